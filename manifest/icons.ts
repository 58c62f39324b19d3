import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'

/** The pictures of the app package: the drawing each is made from, and its width and height in pixels. */
export const ICONS = [
  { drawing: 'icon-color.svg', picture: 'color.png', size: 192 },
  { drawing: 'icon-outline.svg', picture: 'outline.png', size: 32 },
  { drawing: 'icon-color32.svg', picture: 'color32.png', size: 32 },
] as const

export type Icon = (typeof ICONS)[number]

/** Draws one icon as a PNG with a transparent background, at one pixel for each unit of its drawing. */
export const drawIcon = async (browser: Browser, { drawing, size }: Icon): Promise<Buffer> => {
  const svg = await readFile(new URL(drawing, import.meta.url), 'utf8')
  const page = await browser.newPage({ viewport: { width: size, height: size }, deviceScaleFactor: 1 })
  try {
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`)
    return await page.screenshot({ omitBackground: true })
  } finally {
    await page.close()
  }
}
