import assert from 'node:assert/strict'
import { mkdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Frame, Page } from 'playwright-core'

const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

interface Violation {
  id: string
  nodes: { html: string; failureSummary?: string }[]
}

/** Nothing that WCAG 2.2 AA forbids and a program can see. */
export async function isAccessible(frame: Frame, what: string): Promise<void> {
  if (!(await frame.evaluate('Boolean(window.axe)'))) await frame.evaluate(axe)
  const run =
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })"
  const { violations, passes } = (await frame.evaluate(run)) as { violations: Violation[]; passes: unknown[] }
  const told = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')} ${nodes[0]?.failureSummary ?? ''}`,
  )
  assert.deepEqual(told, [], what)
  assert.ok(passes.length > 5, `${what}: axe looked at something`)
}

/** Nothing has to be scrolled sideways, and whatever can be pressed is large enough. */
export async function fits(frame: Frame, what: string): Promise<void> {
  const { wide, hidden, small } = (await frame.evaluate(ROOM)) as Record<'wide' | 'hidden' | 'small', string[]>
  assert.deepEqual(wide, [], `${what}: wider than the window`)
  assert.deepEqual(hidden, [], `${what}: more in it than can be seen`)
  assert.deepEqual(small, [], `${what}: too small to press`)
}

const ROOM = `(() => {
  const named = (one) => one.tagName + ' ' + (one.getAttribute('aria-label') ?? one.textContent).slice(0, 60)
  const all = [...document.querySelectorAll('body *')].map((one) => [one, one.getBoundingClientRect()])
  // What cannot be reached is a picture.
  const seen = all.filter(([one, { width, height }]) => width > 1 && height > 1 && !one.closest('[inert]'))
  const isClosed = (one) => getComputedStyle(one).overflowX !== 'visible' && !one.matches('input, textarea, select')
  const press = 'button, select, textarea, input[type=radio], input[type=checkbox], main a, nav a, summary'
  return {
    wide: seen.filter(([, { right }]) => right > window.innerWidth + 0.5).map(([one]) => named(one)).slice(-3),
    hidden: seen.filter(([one]) => one.scrollWidth > one.clientWidth + 1 && isClosed(one)).map(([one]) => named(one)),
    small: seen.filter(([one, { width, height }]) => one.matches(press) && (width < 24 || height < 24))
      .map(([one]) => named(one)),
  }
})()`

/** How many things on the page move by themselves, or when they change. */
export const moving = (frame: Frame) =>
  frame.evaluate(`[...document.querySelectorAll('body *')].flatMap((one) =>
    ['', '::before', '::after'].map((part) => getComputedStyle(one, part))).filter((style) =>
      style.animationName !== 'none' || style.transitionDuration.split(', ').some((time) => parseFloat(time) > 0)).length`)

const PICTURES = fileURLToPath(new URL('../../dist/pictures/', import.meta.url))

/** A picture of the whole page, for people who want to look at it. */
export async function kept({ page, frame }: { page: Page; frame: Frame }, name: string): Promise<void> {
  await mkdir(PICTURES, { recursive: true })
  const { width = 0, height = 0 } = page.viewportSize() ?? {}
  const whole = Number(await frame.evaluate('document.documentElement.scrollHeight'))
  await page.setViewportSize({ width, height: Math.max(height, whole) })
  await page.screenshot({ path: `${PICTURES}${name}.png` })
  await page.setViewportSize({ width, height })
}
