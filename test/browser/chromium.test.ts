import assert from 'node:assert/strict'
import { after, before, describe, it } from 'mocha'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../../bench/browser/chromium.ts'

describe('the browser of the tests', () => {
  let browser: Browser

  before(async () => {
    browser = await launchChromium()
  })
  after(() => browser?.close())

  /** The picture of one line of text, as PNG bytes. */
  const pictureOf = async (text: string) => {
    const page = await browser.newPage({ viewport: { width: 320, height: 60 } })
    await page.setContent(`<p style="font: 28px sans-serif; margin: 8px">${text}</p>`)
    const picture = await page.screenshot()
    await page.close()
    return picture
  }

  it('draws letters, and not the same box for each', async () => {
    const [nothing, word, twin, other] = await Promise.all(
      ['', 'leermoment', 'leermoment', 'leermomenë'].map(pictureOf),
    )
    assert.ok(word && twin && other && nothing)
    assert.ok(word.equals(twin), 'the same text gives the same picture')
    assert.ok(!word.equals(nothing), 'text leaves ink')
    assert.ok(!word.equals(other), 'one other letter gives another picture')
  })

  it('lays out letters by their own width', async () => {
    const page = await browser.newPage()
    await page.setContent('<span id="thin">iiii</span> <span id="wide">mmmm</span>')
    const width = async (id: string) => (await page.locator(id).boundingBox())?.width ?? 0
    assert.ok((await width('#wide')) > 2 * (await width('#thin')))
  })

  it('names the remedy when the browser that was asked for does not start', async () => {
    const before = process.env.CHROMIUM_PATH
    process.env.CHROMIUM_PATH = '/nowhere/chromium'
    try {
      await assert.rejects(launchChromium(), /No Chromium started\. Set CHROMIUM_PATH/)
    } finally {
      if (before === undefined) delete process.env.CHROMIUM_PATH
      else process.env.CHROMIUM_PATH = before
    }
  })
})
