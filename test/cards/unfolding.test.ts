import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../../bench/browser/chromium.ts'
import { unfoldWords } from '../../cards/kit/unfold-words.ts'
import { gallery, LANGUAGES } from './gallery.ts'
import { draw, PHONE, stage } from './stage.ts'

const unfolds = (card: object) => JSON.stringify(card).includes('Action.ToggleVisibility')

describe('cards: what unfolds', () => {
  let browser: Browser
  let page: Page

  before(async () => {
    browser = await launchChromium()
    page = await stage(browser, 'light', PHONE)
  })
  after(() => browser?.close())

  for (const language of LANGUAGES)
    it(`says that it can be folded, and is as it was after that (${language})`, async () => {
      const { shut } = unfoldWords(language)
      const shown = gallery(language).filter(({ card, cast }) => cast.kind === 'calm' && unfolds(card))
      assert.ok(shown.length > 10, `${shown.length} cards`)
      const lastShut = () => page.getByText(shut, { exact: true }).filter({ visible: true }).last()
      const faults: string[] = []
      for (const one of shown) {
        const { drawn, high } = await draw(page, one)
        const before = await drawn.innerText()
        const signs = drawn.locator('[aria-label$="Toon of verberg."], [aria-label$="Show or hide."]')
        for (const sign of await signs.all()) await sign.click()
        for (const more of await drawn.getByText(unfoldWords(language).more, { exact: true }).all())
          if (await more.isVisible()) await more.click()
        const folds = drawn.getByText(shut, { exact: true }).filter({ visible: true })
        const found = await folds.count()
        if (found === 0) faults.push(`${one.name}: nothing says ${shut}`)
        for (let left = found; left > 0; left--) await lastShut().click()
        const { height = 0 } = (await drawn.boundingBox()) ?? {}
        if ((await drawn.innerText()) !== before || Math.round(height) !== high)
          faults.push(`${one.name}: stays unfolded`)
      }
      assert.deepEqual(faults, [])
    })

  it('keeps the focus where it was pressed', async () => {
    const [question = assert.fail()] = gallery('nl').filter(
      ({ maker, card }) => maker === 'questionCard' && unfolds(card),
    )
    const { drawn } = await draw(page, question)
    const sign = drawn.locator('[aria-label$="Toon of verberg."]')
    await sign.focus()
    for (const words of ['Sluit', 'Wie leest wat?']) {
      await page.keyboard.press('Enter')
      assert.equal((await sign.innerText()).trim(), words)
      assert.ok(await sign.evaluate((element) => element === element.ownerDocument.activeElement))
    }
  })
})
