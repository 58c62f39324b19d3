import type { Browser } from 'playwright-core'
import { openWindow } from './window.ts'

/** One first visit, in milliseconds since it was asked for. */
export interface Visit {
  /** When something was drawn that somebody can read. */
  firstMs: number
  /** When the largest of all that was drawn was drawn, as the browser counts it. */
  largestMs: number
  /** When the words were there that the page is opened for. */
  readableMs: number
  /** What came over the wire for scripts. */
  scriptBytes: number
  paints: { at: number; size: number; text: string }[]
}

interface Wanted {
  address: string
  /** What the page is opened for. */
  words: string
  person?: string
}

/** Opens a page in a new window, and waits until nothing more comes. */
export async function visit(browser: Browser, { address, words, person }: Wanted): Promise<Visit> {
  const { page, close } = await openWindow(browser, person)
  try {
    await page.goto(address, { waitUntil: 'commit' })
    await page.locator(words).first().waitFor({ timeout: 60_000 })
    const readableMs = Number(await page.evaluate('performance.now()'))
    await page.waitForLoadState('networkidle')
    const seen = (await page.evaluate(SEEN)) as Omit<Visit, 'largestMs' | 'readableMs'>
    const largestMs = seen.paints.at(-1)?.at
    if (!largestMs || !seen.scriptBytes) throw new Error(`the browser noted no paint of ${address}`)
    return { ...seen, largestMs, readableMs }
  } finally {
    await close()
  }
}

const SEEN = `({
  firstMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  scriptBytes: performance.getEntriesByType('resource').filter(({ name }) => /\\.js$/.test(name))
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  paints: window.paints,
})`
