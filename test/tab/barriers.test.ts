import assert from 'node:assert/strict'
import { before, describe, it } from 'mocha'
import { days } from '../../services/core/time.ts'
import { inTeams } from './in-teams.ts'
import { fits, isAccessible, kept } from './seen.ts'
import type { Town } from './town.ts'

const MEMBER = 'Sanne Bakker'
const OWNER = 'Karin de Wit'
const OTHER = 'Jeroen Maas'
const TEXT = 'Wie verhuist, moet drie keer langskomen.'
const STEP = 'Ik leg de drie papieren naast elkaar.'
const PATH = '/api/me/barriers'

describe('Potloodlijst, in Teams', function () {
  this.timeout(120_000)
  const teams = inTeams()
  let town: Town
  before(() => {
    town = teams.town()
  })

  const open = async (as: string, look: object = {}) => {
    const shown = await teams.show({ as, page: 'potloodlijst', ...look })
    await shown.frame.getByRole('heading', { level: 1 }).waitFor()
    return shown
  }

  it('says what comes here, and takes something in place, with what stands in its way given back', async () => {
    const { frame } = await open(MEMBER)
    await frame.getByRole('heading', { name: 'Er staat nog niets op de lijst' }).waitFor()
    await frame.getByRole('button', { name: 'Zet iets op de lijst' }).press('Enter')
    await frame.getByLabel('Een regel, een systeem of een gewoonte').fill('mijn leidinggevende wil elke brief zien')
    await frame.getByRole('button', { name: 'Zet op de potloodlijst' }).press('Enter')
    await frame.getByText('Hier staat een persoon in.', { exact: false }).waitFor()
    await frame.getByLabel('Een regel, een systeem of een gewoonte').fill(TEXT)
    await frame.getByLabel('Wie gaat hierover?', { exact: false }).fill(OWNER)
    await frame.getByRole('button', { name: 'Zet op de potloodlijst' }).press('Enter')
    await frame.getByText('Het staat op de lijst.', { exact: false }).waitFor()
    await frame.getByText(TEXT).waitFor()
    await frame.getByText('Nog geen eigenaar', { exact: false }).waitFor()
  })

  it('is read by a colleague without the name of who raised it, and joined by one press', async () => {
    const { frame } = await open(OTHER)
    await frame.getByRole('button', { name: `Hier heb ik ook last van: ${TEXT}` }).click()
    await frame.getByText('Je doet mee.', { exact: false }).waitFor()
    const { body } = await town.get(OTHER, PATH)
    assert.doesNotMatch(JSON.stringify(body), /Sanne|sanne/)
    assert.equal(body.open[0].part, 'joined')
  })

  it('tells its news in the title, with what was said, in every theme and width', async () => {
    const { body } = await town.get(OWNER, PATH)
    const [{ id }] = body.open
    const { house, tenant } = town
    await house.pass(days(1))
    const karin = (await house.app.roster.find({ tenant }, { index: 'name', limit: 1000 })).items.find(
      ({ name }) => name === OWNER,
    )
    const say = (verb: string, input: object) =>
      house.turn({
        id: `turn-${verb}`,
        tenant,
        person: karin?.id ?? '',
        at: house.now,
        language: 'nl',
        place: 'personal',
        kind: 'pressed',
        verb,
        input: { barrier: id, ...input },
      })
    await say('barrier.take', { words: STEP, day: 'over 14 dagen' })
    const taken = (await town.get(MEMBER, PATH)).body.open[0]
    assert.deepEqual([taken.owner, taken.said.words, taken.place], [OWNER, STEP, 'owned'])
    const raise = (text: string) => town.post(MEMBER, PATH, { text, kind: 'kan-weg-team', who: '', seen: false })
    await raise('Twee keer hetzelfde formulier voor subsidie.')
    await kept(await open(MEMBER, { width: 1200 }), 'tab-potloodlijst-bezig')
    await say('barrier.gone', { words: 'Eén papier is nu genoeg.' })
    for (const [name, look] of Object.entries({
      light: { width: 1200 },
      dark: { width: 1200, theme: 'dark' },
      phone: { width: 375, height: 740, theme: 'dark' },
    })) {
      const shown = await open(MEMBER, look)
      await shown.frame.getByRole('heading', { level: 1, name: 'Dit jaar weggenomen: 1' }).waitFor()
      await shown.frame.getByText('Eén papier is nu genoeg.', { exact: false }).waitFor()
      await isAccessible(shown.frame, name)
      await fits(shown.frame, name)
      await kept(shown, `tab-potloodlijst-${name}`)
    }
  })
})
