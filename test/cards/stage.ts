import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { wireForm } from '../../bot/teams/outbound.ts'
import type { Shown } from './gallery.ts'
import { hostConfig, MARKDOWN, styles, type Theme } from './host.ts'

export const PHONE = 320
/** In pixels, on a phone. The decision on a learning pulse may be longer. */
const HIGHEST: Record<string, number> = { decisionCard: 1100, previewCard: 1100 }
const OTHERS = 700

export const highestOf = ({ maker }: Shown): number => HIGHEST[maker] ?? OTHERS

const bundle = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.js')

/** A page that draws cards in one theme at one width. */
export async function stage(browser: Browser, theme: Theme, width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, deviceScaleFactor: 2 })
  await page.setContent(`<style>${styles(theme)}</style><div id="card"></div>`)
  await page.addScriptTag({ path: bundle })
  await page.evaluate(`
    AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
      result.outputHtml = (${MARKDOWN})(text); result.didProcess = true
    }
    window.draw = (json) => {
      const card = new AdaptiveCards.AdaptiveCard()
      card.hostConfig = new AdaptiveCards.HostConfig(${JSON.stringify(hostConfig(theme))})
      card.parse(json)
      document.getElementById('card').replaceChildren(card.render())
    }`)
  return page
}

/** Draws a card. @returns where it is, and how high */
export async function draw(page: Page, { card }: Shown) {
  await page.evaluate(`window.draw(${JSON.stringify(wireForm(card))})`)
  const drawn = page.locator('#card')
  return { drawn, high: Math.round((await drawn.boundingBox())?.height ?? 0) }
}
