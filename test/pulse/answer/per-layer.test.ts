import assert from 'node:assert/strict'
import { answerCollections } from '../../../services/pulse/answer/collections.ts'
import { pulseCollections } from '../../../services/pulse/collections.ts'
import { House, read, TENANT } from '../../house.ts'
import { FRIDAY, fill, LEAST, needing, PUBLISHED } from '../town.ts'
import { DOEN, NIET } from './answers.ts'

const TEAMS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k']
const inTeam = (team: string) => Array.from({ length: 20 }, (_, at) => `${team}-${at}`)

/** Eleven teams, each with a manager under one head; one more team that the head manages. */
const ROSTER = [
  { id: 'baas', name: 'Hanneke Baas', unit: ['Gemeente'], managers: [] },
  ...TEAMS.map((team) => ({ id: `m-${team}`, name: `Leider ${team}`, unit: ['Gemeente', team], managers: ['baas'] })),
  ...TEAMS.flatMap((team) =>
    inTeam(team).map((id) => ({ id, name: `Lid ${id}`, unit: ['Gemeente', team], managers: [`m-${team}`] })),
  ),
  ...inTeam('staf').map((id) => ({ id, name: `Lid ${id}`, unit: ['Gemeente', 'staf'], managers: ['baas'] })),
]

describe('how many pulses got a decision', () => {
  let house: House
  const count = (half = '2026-H2') => house.app.pulse.perLayer(TENANT, half)

  before(async () => {
    house = new House({ at: FRIDAY, draws: LEAST })
    await fill(house, ROSTER)
    await house.app.pulse.course.confirm(TENANT)
    await house.until('2026-11-23T09:00Z')
    for (const team of [...TEAMS, 'staf']) await needing(house, inTeam(team).slice(0, 14))
    await house.until(PUBLISHED)
    for (const team of TEAMS.slice(0, 4)) {
      const note = await house.press(`m-${team}`, await house.say(`m-${team}`, 'leerpuls'), 'Geef antwoord')
      const given = team === 'a' ? { ...DOEN, owner: 'Leider b' } : NIET
      await house.press(`m-${team}`, await house.press(`m-${team}`, note, 'Verder', given), 'Verstuur naar je team')
    }
    await house.settle()
  })

  it('is told of a half year that is over, never of one that goes on: what grows tells of each pulse', async () => {
    assert.equal(await count(), undefined)
    await house.until('2027-01-10T12:00Z')
    assert.deepEqual(await count(), { halfYear: '2026-H2', layers: [{ layer: 1, pulses: 11, decided: 4 }] })
    assert.equal(await count('2027-H1'), undefined)
  })

  it('stays what it was told to be: neither a late answer nor a manager who leaves shows in the difference', async () => {
    const told = await count()
    const note = await house.say('m-e', 'reageer')
    await house.press('m-e', await house.press('m-e', note, 'Verder', NIET), 'Verstuur naar je team')
    const gone = await house.app.roster.get({ tenant: TENANT, id: 'm-a' })
    assert.ok(gone)
    await house.app.roster.remove(gone)
    assert.deepEqual(await count(), told)
  })

  it('names no layer with fewer than eleven managers, no manager, block, window or member of staff', async () => {
    const told = JSON.stringify(await count())
    assert.doesNotMatch(told, /"layer":0|Leider|Lid|2026-W|H2-\d|m-[a-k]/)
  })

  /** By the rule of before: of every layer, however few manage in it, and counted anew at each look. */
  async function countedAlong() {
    const { pulses } = pulseCollections(house.store)
    const { responses } = answerCollections(house.store)
    const { items: managers } = await house.app.roster.find({ tenant: TENANT }, { index: 'name', limit: 1000 })
    const layers: Record<number, { pulses: number; decided: number }> = {}
    for (const { id, lead } of (
      await pulses.find({ tenant: TENANT }, { index: 'window', equals: '2026-W48', limit: 99 })
    ).items) {
      const response = await responses.get({ tenant: TENANT, id })
      const manager = managers.find((one) => house.app.pulse.audience.markOf(TENANT, one.id) === lead)
      if (!response || !manager) continue
      const known = layers[manager.managers.length] ?? { pulses: 0, decided: 0 }
      layers[manager.managers.length] = {
        pulses: known.pulses + 1,
        decided: known.decided + (response.sent > 0 ? 1 : 0),
      }
    }
    return layers
  }

  it('A52, control: by the rule of before it says of the one manager at the top that they decided nothing, and of who left that they did', async () => {
    const { 0: top, 1: others } = await countedAlong()
    assert.deepEqual(top, { pulses: 1, decided: 0 })
    const [told] = (await count())?.layers ?? []
    assert.deepEqual(told, { layer: 1, pulses: 11, decided: 4 })
    // Team e answered late, so that four are left where the manager of team a is gone: that one was a decision.
    assert.deepEqual(others, { pulses: 10, decided: 4 })
  })

  it('has no narrower form: a half year is all that can be asked for (A26)', async () => {
    for (const half of ['', '2026-W48', '2026', '2026-H3', '2026-H2-1']) {
      const found = await count(half)
      assert.ok(found === undefined || found.layers.length === 0, half)
    }
  })
})

describe('the policy, to read', () => {
  it('is there for everybody, with every change and its date', async () => {
    const house = await House.open()
    assert.match(read(await house.say('sanne', 'beleid')), /minstens 11 mensen[\s\S]*Er is nooit iets veranderd/)
    await house.app.pulse.policies.choose(TENANT, { k: 12, quotesPaused: true })
    const card = read(await house.say('sanne', 'beleid'))
    assert.match(card, /Citaten rusten[\s\S]*minstens 12 mensen[\s\S]*18 november 2026/)
    assert.equal((await house.app.pulse.policies.choose(TENANT, { k: 10 })).kind, 'refused')
    assert.equal(read(await house.say('sanne', 'beleid')), card)
  })
})
