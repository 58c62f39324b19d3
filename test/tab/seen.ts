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
  await frame.evaluate(axe)
  const run =
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })"
  const { violations, passes } = (await frame.evaluate(run)) as { violations: Violation[]; passes: unknown[] }
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)
  assert.deepEqual(told, [], what)
  assert.ok(passes.length > 5, `${what}: axe looked at something`)
}

/** Nothing is wider than the window, and whatever can be pressed is large enough. */
export async function fits(frame: Frame, what: string): Promise<void> {
  const wide = await frame.evaluate('document.documentElement.scrollWidth - window.innerWidth')
  const widest = await frame.evaluate(
    `[...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > window.innerWidth).map((one) => one.tagName + ' ' + one.textContent.slice(0, 60)).slice(-3).join(' | ')`,
  )
  assert.ok(Number(wide) <= 0, `${what} is ${wide} px too wide: ${widest}`)
  const small = await frame.evaluate(`[...document.querySelectorAll('button, select, main a, nav a')]
    .map((one) => [one.textContent, one.getBoundingClientRect()])
    .filter(([, { width, height }]) => width > 0 && (width < 24 || height < 24)).map(([text]) => text)`)
  assert.deepEqual(small, [], `${what}: too small to press`)
}

const PICTURES = fileURLToPath(new URL('../../dist/pictures/', import.meta.url))

/** A picture of the whole page, for whoever wants to look at it. */
export async function kept({ page, frame }: { page: Page; frame: Frame }, name: string): Promise<void> {
  await mkdir(PICTURES, { recursive: true })
  const { width = 0, height = 0 } = page.viewportSize() ?? {}
  const whole = Number(await frame.evaluate('document.documentElement.scrollHeight'))
  await page.setViewportSize({ width, height: Math.max(height, whole) })
  await page.screenshot({ path: `${PICTURES}${name}.png` })
  await page.setViewportSize({ width, height })
}
