import { after, before } from 'mocha'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../../bench/browser/chromium.ts'
import { type Look, openInTeams, type Shown } from './teams.ts'
import { openTown, type Town } from './town.ts'

/** The example municipality and a browser for a whole suite: opened before its tests, gone after them. */
export function inTeams() {
  let town: Town
  let browser: Browser
  let shown: Shown | undefined

  before(async () => {
    town = await openTown()
    browser = await launchChromium()
  })
  after(async () => {
    await browser?.close()
    await town?.close()
  })

  return {
    town: () => town,
    /** One more, beside the one that is shown. */
    beside: (look: Look) => openInTeams(browser, town, look),
    /** In the place of the one that was shown before. */
    async show(look: Look): Promise<Shown> {
      await shown?.close()
      shown = await openInTeams(browser, town, look)
      return shown
    },
  }
}
