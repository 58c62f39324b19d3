import type { Browser, Locator, Page } from 'playwright-core'
import { z } from 'zod'

/** A worker whose write was lost gives its lane up after a minute: as long as that something may take. */
const PATIENCE = 75_000
/** Made anew by every run; the ones in docs/pictures were chosen from here. */
const PICTURES = 'dist/pictures'

/** The Playground's chat, as somebody sees and uses it. */
export interface Chat {
  page: Page
  say(text: string): Promise<void>
  /** Says it. @returns the id that the bot got with it: the page itself shows another */
  sayWithId(text: string): Promise<string>
  /** Sends what the chat itself has no button for, by the Playground's own "Custom activity". */
  mock(activity: Record<string, unknown>): Promise<void>
  /** The newest card on which this can be read. Waits until there is one. */
  card(text: string | RegExp): Promise<Locator>
  /** Presses a button of the newest card that has it. */
  press(title: string): Promise<void>
  /** Presses a row: the newest that is about this. */
  row(about: string | RegExp): Promise<void>
  /** Fills in a field of the newest card that has it. */
  fill(label: string, text: string): Promise<void>
  choose(title: string | RegExp): Promise<void>
  /** One of a list of which several may be chosen. */
  tick(title: string): Promise<void>
  /** Keeps a picture of the newest card with this text, for the README and for people who look. */
  picture(name: string, text: string): Promise<void>
  close(): Promise<void>
}

/** The window is high: a picture of a card that does not fit shows the Playground's own bar across it. */
export async function openChat(browser: Browser, address: string): Promise<Chat> {
  const page = await browser.newPage({ viewport: { width: 1100, height: 1500 }, deviceScaleFactor: 2 })
  page.setDefaultTimeout(PATIENCE)
  const sent = sentOver(page)
  await page.goto(address)
  const box = page.locator('[role=textbox][contenteditable=true]')
  await box.waitFor()
  const say = async (text: string) => {
    await box.click()
    await page.keyboard.insertText(text)
    await page.getByLabel('Send Message').click()
  }
  const card = (text: string | RegExp) => page.locator('.ac-adaptiveCard').filter({ hasText: text }).last()

  return {
    page,
    say,
    async sayWithId(text) {
      await say(text)
      return sent(text)
    },
    mock: (activity) => mock(page, activity),
    async card(text) {
      const found = card(text)
      await found.waitFor()
      return found
    },
    press: (title) => page.getByRole('button', { name: title, exact: true }).last().click(),
    row: (about) => page.getByRole('button', { name: about }).last().click(),
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

const Logged = z.object({
  log: z.object({ messageId: z.string(), request: z.object({ body: z.object({ text: z.string() }) }) }),
})

/** The ids under which the Playground sent the bot what was said: its log panel is told of each. */
function sentOver(page: Page): (text: string) => Promise<string> {
  const told = new Map<string, string>()
  const waiting = new Map<string, (id: string) => void>()
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      const { data } = Logged.safeParse(parsed(String(payload)))
      if (!data) return
      const { messageId, request } = data.log
      told.set(request.body.text, messageId)
      waiting.get(request.body.text)?.(messageId)
    }),
  )
  return async (text) => told.get(text) ?? new Promise((resolve) => waiting.set(text, resolve))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function mock(page: Page, activity: Record<string, unknown>): Promise<void> {
  const given = page.waitForResponse((response) => response.url().includes('/customActivities/template'))
  await page.getByText('Mock an Activity').first().click()
  await page.getByText('Custom activity', { exact: true }).last().click()
  const dialog = page.getByRole('dialog')
  const editor = dialog.locator('.view-lines')
  await editor.getByText('custom-activity-type').waitFor()
  const template = await (await given).json()
  await editor.click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(JSON.stringify({ ...template, ...activity }))
  // The editor closes brackets by itself: what it added comes after what was typed.
  await page.keyboard.press('ControlOrMeta+Shift+End')
  await page.keyboard.press('Delete')
  await dialog.getByRole('button', { name: 'Send activity' }).click()
  await dialog.waitFor({ state: 'hidden' })
}
