import type { Browser } from 'playwright-core'
import { launchChromium } from '../../bench/browser/chromium.ts'
import { openChat } from './chat.ts'
import type { Demo } from './demo.ts'

/** A demo and a browser for a whole suite: opened before its tests, gone after them. */
export function demoInBrowser(open: () => Promise<Demo>) {
  let world: Demo
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
    chat: () => openChat(browser, world.chat),
    async killAndStart() {
      await world.kill()
      await world.start()
    },
  }
}
