import assert from 'node:assert/strict'
import type { Shown } from './teams.ts'

/** What has the focus, as somebody sees and hears it. */
export interface Stop {
  tag: string
  name: string
  /** Something is drawn around it, or under it. */
  isMarked: boolean
  isInSight: boolean
}

/** More stops than any page has. */
const MOST = 150

/** Somebody who has a keyboard and nothing else. */
export function byKeys({ page, frame }: Shown) {
  const stop = async () => (await frame.evaluate(STOP)) as Stop

  /** Where somebody is, and that they can see it. */
  async function standing(): Promise<Stop> {
    const now = await stop()
    assert.notEqual(now.tag, 'BODY', 'the focus is nowhere')
    assert.ok(now.isMarked, `${now.tag} “${now.name}” has the focus, and nobody can see it`)
    assert.ok(now.isInSight, `${now.tag} “${now.name}” has the focus, out of sight`)
    return now
  }

  async function go(key: 'Tab' | 'Shift+Tab', name: string | RegExp): Promise<void> {
    for (let place = 0; place < MOST; place++) {
      await page.keyboard.press(key)
      if ((await stop()).tag === 'BODY') continue
      const now = await standing()
      if (typeof name === 'string' ? now.name === name : name.test(now.name)) return
    }
    throw new Error(`no ${key} comes to ${name}`)
  }

  return {
    standing,
    to: (name: string | RegExp) => go('Tab', name),
    back: (name: string | RegExp) => go('Shift+Tab', name),
    press: (key: 'Enter' | 'Space' | 'Escape' | 'ArrowDown' | 'ArrowUp') => page.keyboard.press(key),
    /** In the place of what stood there. */
    async write(text: string) {
      await page.keyboard.press('Control+A')
      await page.keyboard.type(text)
    },
  }
}

export type Keys = ReturnType<typeof byKeys>

const STOP = `(() => {
  const one = document.activeElement
  const named = () => one.getAttribute('aria-label') ?? one.labels?.[0]?.textContent ?? one.textContent
  const group = one.closest('fieldset')?.querySelector('legend')?.textContent
  const around = [one, one.parentElement].flatMap((it) => it ? ['', '::before', '::after'].map((part) => getComputedStyle(it, part)) : [])
  const isRing = ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1
  const isEdge = (style) => style.content !== 'none' && style.content !== 'normal' && parseFloat(style.borderBottomWidth) >= 2
  // A link of Fluent is underlined twice.
  const isLine = ({ textDecorationLine, textDecorationStyle }) => textDecorationLine === 'underline' && textDecorationStyle === 'double'
  const { top, bottom } = one.getBoundingClientRect()
  return {
    tag: one.tagName,
    name: (group ? group + ': ' : '') + named().trim(),
    isMarked: one === document.body || around.some((style) => isRing(style) || isEdge(style) || isLine(style) || style.boxShadow !== 'none'),
    isInSight: bottom > 0 && top < window.innerHeight,
  }
})()`
