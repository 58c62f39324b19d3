import type { Browser, Locator, Page } from 'playwright-core'
import { openWindow } from './window.ts'

/** What somebody did, and how long it took until they saw something of it. */
export interface Pressed {
  what: string
  ms: number
}

interface Wanted {
  address: string
  /** The person who reads and searches; `hr` is the one who tunes the questions. */
  reader: string
  hr: string
}

/** What somebody does, and what is there when it is done. */
interface Step {
  what: string
  does(page: Page): Promise<void>
  shows(page: Page): Locator
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const question = (page: Page) => page.getByRole('group', { name: 'Nederlands' }).getByLabel('Vraag', { exact: true })

async function type(page: Page, field: Locator, text: string): Promise<void> {
  await field.click()
  await field.press('End')
  await page.keyboard.type(text, { delay: 120 })
}

const READING: Step[] = [
  {
    what: 'opens the editor',
    does: (page) => button(page, 'Schrijf een moment op').click(),
    shows: (page) => page.getByLabel('Wat leerde je?'),
  },
  {
    what: 'types a moment',
    does: (page) => type(page, page.getByLabel('Wat leerde je?'), 'Eerst bellen'),
    shows: (page) => page.getByText('Eerst bellen'),
  },
  {
    what: 'goes to another page',
    does: (page) => page.getByRole('link', { name: 'Kennisbank' }).click(),
    shows: (page) => heading(page, 'Kennisbank'),
  },
  {
    what: 'opens a detail',
    does: (page) => button(page, /^Lees verder in wat/).click(),
    shows: (page) => button(page, 'Sluit'),
  },
  {
    what: 'types in search',
    does: (page) => type(page, page.getByRole('searchbox'), 'parkeervergunning'),
    shows: (page) => page.locator('mark'),
  },
  {
    what: 'goes back',
    does: (page) => page.getByRole('link', { name: 'Mijn leren' }).click(),
    shows: (page) => heading(page, 'Mijn leren'),
  },
]

const TUNING: Step[] = [
  { what: 'opens a question', does: (page) => button(page, /^Open de vraag/).click(), shows: question },
  {
    what: 'types a question, with the card beside it',
    does: (page) => type(page, question(page), ' En wat nog meer?'),
    shows: (page) => page.locator('.card-preview').getByText(/En wat nog meer/),
  },
  {
    what: 'darkens the preview',
    does: (page) => button(page, 'Donker').click(),
    shows: (page) => page.getByRole('button', { name: 'Donker', pressed: true }),
  },
]

/** Every interaction, on a slow machine: as the browser itself notes it, from the press to the next paint. */
export async function pressing(browser: Browser, { address, reader, hr }: Wanted): Promise<Pressed[]> {
  return [
    ...(await pressed(browser, `${address}#/mijn-leren`, reader, READING)),
    ...(await pressed(browser, `${address}#/vragen-afstemmen`, hr, TUNING)),
  ]
}

async function pressed(browser: Browser, address: string, person: string, steps: Step[]): Promise<Pressed[]> {
  const { page, online, close } = await openWindow(browser, person)
  try {
    // A slow network is no part of it: what waits for the network says so at once.
    await online()
    await page.goto(address)
    await page.locator('article, li').first().waitFor()
    const all: Pressed[] = []
    for (const { what, does, shows } of steps) {
      await page.waitForLoadState('networkidle')
      await does(page)
      await shows(page).first().waitFor()
      await page.evaluate(RESTED)
      const noted = (await page.evaluate('window.presses.splice(0)')) as { id: number; ms: number }[]
      // The browser notes nothing that is quicker than this.
      all.push({ what, ms: Math.max(QUICKEST, ...noted.map(({ ms }) => ms)) })
    }
    return all
  } finally {
    await close()
  }
}

const QUICKEST = 16

/** Two frames later, and once nothing else is to be done, everything is noted. */
const RESTED = `new Promise((resolve) =>
  requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => setTimeout(resolve, 100)))))`
