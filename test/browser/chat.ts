import type { Browser, Locator, Page } from 'playwright-core'

/** A worker whose write was lost gives its lane up after a minute: as long as that something may take. */
const PATIENCE = 75_000
/** Made anew by every run; the ones in docs/pictures were chosen from here. */
const PICTURES = 'dist/pictures'

/** The Playground's chat, as somebody sees and uses it. */
export interface Chat {
  page: Page
  say(text: string): Promise<void>
  /** The newest card on which this can be read. Waits until there is one. */
  card(text: string | RegExp): Promise<Locator>
  /** Presses a button of the newest card that has it. */
  press(title: string): Promise<void>
  /** Fills in a field of the newest card that has it. */
  fill(label: string, text: string): Promise<void>
  choose(title: string | RegExp): Promise<void>
  /** One of a list of which several may be chosen. */
  tick(title: string): Promise<void>
  /** Keeps a picture of the newest card with this text, for the README and for whoever looks. */
  picture(name: string, text: string): Promise<void>
  close(): Promise<void>
}

/** The window is high: a picture of a card that does not fit shows the Playground's own bar across it. */
export async function openChat(browser: Browser, address: string): Promise<Chat> {
  const page = await browser.newPage({ viewport: { width: 1100, height: 1500 }, deviceScaleFactor: 2 })
  page.setDefaultTimeout(PATIENCE)
  await page.goto(address)
  const box = page.locator('[role=textbox][contenteditable=true]')
  await box.waitFor()
  const card = (text: string | RegExp) => page.locator('.ac-adaptiveCard').filter({ hasText: text }).last()

  return {
    page,
    async say(text) {
      await box.click()
      await page.keyboard.insertText(text)
      await page.getByLabel('Send Message').click()
    },
    async card(text) {
      const found = card(text)
      await found.waitFor()
      return found
    },
    press: (title) => page.getByRole('button', { name: title, exact: true }).last().click(),
    async fill(label, text) {
      await page.getByLabel(label).last().fill(text)
    },
    async choose(title) {
      await page.getByLabel(title).last().check()
    },
    async tick(title) {
      await page.getByRole('checkbox', { name: title }).last().check()
    },
    async picture(name, text) {
      await card(text).screenshot({ path: `${PICTURES}/${name}.png` })
    },
    close: () => page.close(),
  }
}
