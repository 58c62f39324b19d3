import assert from 'node:assert/strict'
import { before, describe, it } from 'mocha'
import type { Frame } from 'playwright-core'
import { PAGES, pagesOf } from '../../tab/pages.ts'
import { inTeams } from './in-teams.ts'
import { fits, isAccessible, moving } from './seen.ts'
import type { Shown, Theme } from './teams.ts'
import type { Town } from './town.ts'

/** Somebody in each role: together they have every page. */
const PEOPLE = {
  staff: 'Karin de Wit',
  manager: 'Marieke Jansen',
  HR: 'Kim Nguyen',
  administrator: 'Jeroen Maas',
  'works council': 'Ravi Ramdin',
}
const THEMES: Theme[] = ['default', 'dark', 'contrast']

/** What can be opened on a page, beside what is there at once. */
const DETAILS: Record<string, { press: RegExp; shows: string }> = {
  'mijn-leren': { press: /^(Schrijf een moment op|Write down a moment)/, shows: 'textarea' },
  kennisbank: { press: /^(Lees verder in wat|Read on in what)/, shows: '[aria-expanded=true]' },
  'vragen-afstemmen': { press: /^Open (de vraag|the question)/, shows: '.card-preview' },
}

/** A laptop of 1280 by 1024 on which somebody reads at 400 %: as narrow as the smallest phone, and lower. */
const NARROW = { width: 320, height: 256 }

describe('the tab, for everyone', function () {
  this.timeout(120_000)
  const teams = inTeams()
  let town: Town

  before(async () => {
    town = teams.town()
    const due = (await town.house.app.pulse.publication(town.tenant)) ?? assert.fail()
    await town.house.until(new Date(due.getTime() + 3_600_000).toISOString())
  })

  const come = async (frame: Frame) => {
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

  for (const [role, name] of Object.entries(PEOPLE))
    for (const language of ['nl', 'en'] as const)
      it(`every page of ${role} in ${language}: three themes, 320 px wide, 400 %, by whatever is pressed`, async () => {
        const shown = await teams.show({ as: name, language, ...NARROW })
        // A colour on its way to another one is neither.
        await shown.page.emulateMedia({ reducedMotion: 'reduce' })
        const { body: who } = await town.get(name, '/api/me')
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

  it('leaves no page out', async () => {
    const all = await Promise.all(Object.values(PEOPLE).map(async (name) => (await town.get(name, '/api/me')).body))
    const seen = new Set(all.flatMap((who) => pagesOf(who).map(({ key }) => key)))
    assert.deepEqual(
      PAGES.filter(({ key }) => !seen.has(key)),
      [],
    )
  })

  it('moves nothing for who asks for rest; for others it does', async () => {
    const { page, frame } = await teams.show({ as: PEOPLE.HR, ...NARROW })
    for (const { key } of pagesOf((await town.get(PEOPLE.HR, '/api/me')).body)) {
      await frame.evaluate(`location.hash = '#/${key}'`)
      await come(frame)
      await page.emulateMedia({ reducedMotion: 'no-preference' })
      assert.ok(Number(await moving(frame)) > 0, `${key} moves`)
      await page.emulateMedia({ reducedMotion: 'reduce' })
      assert.equal(await moving(frame), 0, `${key} rests`)
    }
  })
})
