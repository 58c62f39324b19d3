import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { wireForm } from '../../bot/teams/outbound.ts'
import { launchChromium } from '../browser/chromium.ts'
import { gallery, LANGUAGES, type Shown } from './gallery.ts'
import { hostConfig, MARKDOWN, styles, type Theme } from './host.ts'

// By hand, to look at: node test/cards/screenshots.ts DIRECTORY [part of a name, such as "questionCard" or "hostile"]
// Without a part of a name: the cards with ordinary words. Says which of them are too high on a phone.

const THEMES: Theme[] = ['light', 'dark', 'contrast']
const WIDTHS = [480, 320]
const PHONE = 320
/** In pixels, on a phone. Only an ask with its answers may be longer. */
const HIGHEST = { askCard: 1100, other: 700 }

const bundle = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.js')

/** A page that draws cards in one theme at one width. */
async function stage(browser: Browser, theme: Theme, width: number): Promise<Page> {
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

const fileOf = ({ name, card }: Shown) => `${name.replaceAll(' · ', '.').replaceAll(' ', '-')}.${card.lang}`

/** Draws a card, keeps the picture, and gives the height. */
async function draw(page: Page, shown: Shown, path: string): Promise<number> {
  await page.evaluate(`window.draw(${JSON.stringify(wireForm(shown.card))})`)
  const card = page.locator('#card')
  await card.screenshot({ path })
  return Math.round((await card.boundingBox())?.height ?? 0)
}

const limitOf = ({ maker }: Shown) => (maker === 'askCard' ? HIGHEST.askCard : HIGHEST.other)

async function main(directory: string, part = 'calm'): Promise<void> {
  await mkdir(directory, { recursive: true })
  const chosen = LANGUAGES.flatMap(gallery).filter(({ name }) => name.includes(part))
  const browser = await launchChromium()
  for (const theme of THEMES) {
    for (const width of WIDTHS) {
      const page = await stage(browser, theme, width)
      for (const shown of chosen) {
        const high = await draw(page, shown, join(directory, `${fileOf(shown)}.${theme}.${width}.png`))
        const over = theme === 'light' && width === PHONE && high > limitOf(shown)
        if (over) process.stdout.write(`${fileOf(shown)}: ${high} px, at most ${limitOf(shown)}\n`)
      }
      await page.close()
    }
  }
  await browser.close()
  process.stdout.write(`${chosen.length * THEMES.length * WIDTHS.length} pictures in ${directory}\n`)
}

const [directory, part] = process.argv.slice(2)
if (!directory) throw new Error('Name a directory for the pictures.')
await main(directory, part)
