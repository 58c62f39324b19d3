import type { Frame } from 'playwright-core'
import { pagesOf } from '../../tab/pages.ts'
import { inTeams } from './in-teams.ts'
import { fits, isAccessible } from './seen.ts'
import type { Shown, Theme } from './teams.ts'
import type { Town } from './town.ts'

/** Somebody in each role: together they have every page. */
export const PEOPLE = {
  staff: 'Karin de Wit',
  manager: 'Marieke Jansen',
  HR: 'Kim Nguyen',
  administrator: 'Jeroen Maas',
  'works council': 'Ravi Ramdin',
}
export type Role = keyof typeof PEOPLE

/** A laptop of 1280 by 1024 on which somebody reads at 400 %: as narrow as the smallest phone, and lower. */
export const NARROW = { width: 320, height: 256 }

const THEMES: Theme[] = ['default', 'dark', 'contrast']

/** What can be opened on a page, beside what is there at once. */
const DETAILS: Record<string, { press: RegExp; shows: string }> = {
  'mijn-leren': { press: /^(Schrijf een moment op|Write down a moment)/, shows: 'textarea' },
  kennisbank: { press: /^(Lees verder in wat|Read on in what)/, shows: '[aria-expanded=true]' },
  potloodlijst: { press: /^(Zet iets op de lijst|Put something on the list)/, shows: 'textarea' },
  'vragen-afstemmen': { press: /^Open (de vraag|the question)/, shows: '.card-preview' },
}

/** A town of which the first window was published, and a browser. */
export function inPublishedTown() {
  const teams = inTeams()
  let town: Town
  before(async () => {
    town = teams.town()
    const due = await town.house.app.pulse.publication(town.tenant)
    if (!due) throw new Error('no window is open')
    await town.house.until(new Date(due.getTime() + 3_600_000).toISOString())
  })
  return { teams, town: () => town }
}

export const come = async (frame: Frame) => {
  await frame.getByRole('heading', { level: 1 }).waitFor()
  await frame.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
}

/** In every theme, while the page stays open: as Teams changes it. */
async function inEveryTheme({ frame, theme }: Shown, what: string) {
  for (const look of THEMES) {
    await theme(look)
    await isAccessible(frame, `${what}, ${look}`)
    await fits(frame, `${what}, ${look}`)
  }
}

/** A test for each of these roles, in that language. */
export function everyPage({ teams, town }: ReturnType<typeof inPublishedTown>, roles: [Role, 'nl' | 'en'][]): void {
  for (const [role, language] of roles)
    it(`every page of ${role} in ${language}: three themes, 320 px wide, 400 %, by whatever is pressed`, async () => {
      const shown = await teams.show({ as: PEOPLE[role], language, ...NARROW })
      // A colour on its way to another one is neither.
      await shown.page.emulateMedia({ reducedMotion: 'reduce' })
      const { body: who } = await town().get(PEOPLE[role], '/api/me')
      for (const { key } of pagesOf(who)) {
        await shown.frame.evaluate(`location.hash = '#/${key}'`)
        await come(shown.frame)
        await inEveryTheme(shown, key)
        const detail = DETAILS[key]
        if (!detail) continue
        await shown.frame.getByRole('button', { name: detail.press }).first().click()
        await shown.frame.locator(detail.shows).first().waitFor()
        await inEveryTheme(shown, `what opens on ${key}`)
      }
    })
}
