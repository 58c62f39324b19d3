import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'mocha'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../../bench/browser/chromium.ts'
import { drawIcon, ICONS, type Icon } from '../../manifest/icons.ts'

const [color, outline, color32] = ICONS
const TEAL = [0x0b, 0x7a, 0x75, 255]

const committed = ({ picture }: Icon) => readFileSync(new URL(`../../manifest/${picture}`, import.meta.url))

describe('the icons', () => {
  let browser: Browser

  before(async () => {
    browser = await launchChromium()
  })
  after(() => browser?.close())

  /** Red, green, blue and alpha of each pixel, from the top left. */
  const pixels = async (png: Buffer): Promise<number[][]> => {
    const page = await browser.newPage()
    const text = await page.evaluate(async (base64) => {
      const image = new Image()
      image.src = `data:image/png;base64,${base64}`
      await image.decode()
      const canvas = new OffscreenCanvas(image.width, image.height)
      const paper = canvas.getContext('2d')
      paper?.drawImage(image, 0, 0)
      const bytes = paper?.getImageData(0, 0, image.width, image.height).data ?? []
      return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
    }, png.toString('base64'))
    await page.close()
    const bytes = Buffer.from(text, 'latin1')
    return Array.from({ length: bytes.length / 4 }, (_, at) => [...bytes.subarray(at * 4, at * 4 + 4)])
  }

  const difference = async (one: Buffer, other: Buffer) => {
    const [a, b] = [(await pixels(one)).flat(), (await pixels(other)).flat()]
    assert.equal(a.length, b.length)
    return a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length
  }

  for (const icon of ICONS) {
    it(`${icon.picture} is a PNG of ${icon.size} by ${icon.size}`, () => {
      const png = committed(icon)
      assert.equal(png.subarray(1, 4).toString('latin1'), 'PNG')
      assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [icon.size, icon.size])
    })

    it(`${icon.picture} is what ${icon.drawing} shows now (else: npm run icons)`, async () => {
      assert.ok((await difference(committed(icon), await drawIcon(browser, icon))) < 1)
    })
  }

  it('differ from each other, as that comparison must see', async () => {
    assert.ok((await difference(committed(outline), committed(color32))) > 20)
  })

  it('outline: white alone, on nothing', async () => {
    const seen = await pixels(committed(outline))
    const ink = seen.filter(([, , , alpha]) => alpha !== 0)
    assert.ok(ink.length > 100 && ink.length < 500, `${ink.length} pixels of ink`)
    assert.ok(ink.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255))
    assert.equal(seen[0]?.[3], 0)
  })

  it('colour: teal to every edge, and the drawing inside the middle 120 pixels', async () => {
    const seen = await pixels(committed(color))
    const middle = (at: number) => at >= 36 && at < 156
    for (const [at, pixel] of seen.entries())
      if (!middle(at % 192) || !middle(Math.floor(at / 192))) assert.deepEqual(pixel, TEAL)
    assert.deepEqual(seen[60 * 192 + 126], [0xff, 0xd2, 0x7a, 255], 'the dot is amber')
  })

  it('small colour: its corners show what lies behind', async () => {
    const seen = await pixels(committed(color32))
    assert.equal(seen[0]?.[3], 0)
    assert.deepEqual(seen[16], TEAL)
  })
})
