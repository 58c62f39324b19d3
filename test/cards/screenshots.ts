import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { launchChromium } from '../../bench/browser/chromium.ts'
import { gallery, LANGUAGES, type Shown } from './gallery.ts'
import type { Theme } from './host.ts'
import { draw, highestOf, PHONE, stage } from './stage.ts'

// By hand, to look at: node test/cards/screenshots.ts DIRECTORY [part of a name, such as "questionCard" or "hostile"]
// Without a part of a name: the cards with ordinary words. Says which of them are too high on a phone.

const THEMES: Theme[] = ['light', 'dark', 'contrast']
const WIDTHS = [480, 320]
const fileOf = ({ name, card }: Shown) => `${name.replaceAll(' · ', '.').replaceAll(' ', '-')}.${card.lang}`

async function main(directory: string, part = 'calm'): Promise<void> {
  await mkdir(directory, { recursive: true })
  const chosen = LANGUAGES.flatMap(gallery).filter(({ name }) => name.includes(part))
  const browser = await launchChromium()
  for (const theme of THEMES) {
    for (const width of WIDTHS) {
      const page = await stage(browser, theme, width)
      for (const shown of chosen) {
        const { drawn, high } = await draw(page, shown)
        await drawn.screenshot({ path: join(directory, `${fileOf(shown)}.${theme}.${width}.png`) })
        const over = theme === 'light' && width === PHONE && high > highestOf(shown)
        if (over) process.stdout.write(`${fileOf(shown)}: ${high} px, at most ${highestOf(shown)}\n`)
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
