import { useEffect, useRef, useState } from 'react'
import { useSession } from '../../session.ts'

/** So long it can be undone. */
const UNDO_MS = 8_000

/**
 * Takes a moment away after a while in which that can be undone; at once when it leaves the screen, for then nobody can undo
 * it any more.
 */
export function useRemoval(moment: string, gone: () => void) {
  const { api } = useSession()
  const [state, setState] = useState<'none' | 'pending' | 'failed'>('none')
  const ends = useRef(gone)
  ends.current = gone
  const isUndone = useRef(false)

  useEffect(() => {
    if (state !== 'pending') return undefined
    let isDone = false
    const remove = (how?: 'last') => {
      if (isDone) return
      isDone = true
      api.post(`/api/me/moments/${moment}/remove`, {}, how).then(
        () => ends.current(),
        () => setState('failed'),
      )
    }
    const leave = () => remove('last')
    const timer = setTimeout(remove, UNDO_MS)
    window.addEventListener('pagehide', leave)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', leave)
      if (!isUndone.current) leave()
    }
  }, [state, api, moment])

  const move = (to: 'pending' | 'none') => {
    isUndone.current = to === 'none'
    setState(to)
  }
  return { state, begin: () => move('pending'), undo: () => move('none') }
}
