import { type RefObject, useEffect } from 'react'

/**
 * A person who uses the keyboard always has a place: when what had the focus is gone, and nothing else took it, the
 * focus goes to the title of what is left around it.
 */
export function useFocusKept(room: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const place = room.current
    if (!place) return undefined
    let around: Element[] = []
    const noted = ({ target }: FocusEvent) => {
      around = target instanceof Element ? [target, ...ancestorsOf(target)] : []
    }
    const looked = () => {
      const [last, ...rest] = around
      if (!last || last.isConnected || document.activeElement !== document.body) return
      rest.filter(({ isConnected }) => isConnected).some(arriveIn)
    }
    const watching = new MutationObserver(looked)
    watching.observe(place, { childList: true, subtree: true })
    place.addEventListener('focusin', noted)
    return () => {
      watching.disconnect()
      place.removeEventListener('focusin', noted)
    }
  }, [room])
}

function ancestorsOf(one: Element): Element[] {
  const above = one.parentElement
  return above ? [above, ...ancestorsOf(above)] : []
}

/** Brings the focus to the first title in it, if there is one. A title is no stop on the way of Tab: it is arrived at, and left. */
export function arriveIn(place: Element): boolean {
  const title = place.querySelector<HTMLElement>('h1, h2, h3')
  if (!title) return false
  title.tabIndex = -1
  title.focus()
  return true
}
