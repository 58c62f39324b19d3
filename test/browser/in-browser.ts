import type { Browser } from 'playwright-core'
import { launchChromium } from '../../bench/browser/chromium.ts'
import { openChat } from './chat.ts'
import type { Demo } from './demo.ts'

/** A demo and a browser for a whole suite: opened before its tests, gone after them. */
export function demoInBrowser<World extends Demo>(open: () => Promise<World>) {
  let world: World
  let browser: Browser

  before(async () => {
    world = await open()
    await world.start()
    browser = await launchChromium()
  })
  after(async () => {
    await browser?.close()
    await world?.remove()
  })

  return {
    demo: () => world,
    chat: () => openChat(browser, world.chat),
    async killAndStart() {
      await world.kill()
      await world.start()
    },
  }
}
