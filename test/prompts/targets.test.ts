import assert from 'node:assert/strict'
import { hmacSecrets } from '../../services/adapters/system/secrets.ts'
import { placed } from '../../services/core/people.ts'
import { isMeant, unitsOf } from '../../services/prompts/calendar/targets.ts'
import type { Target } from '../../services/prompts/schema.ts'
import { House, TENANT } from '../house.ts'

const MONDAY = new Date('2026-11-16T07:30Z')
const ASKED = 'nieuwe-manier'
const LEAST = 25

interface Member {
  id: string
  unit: string[]
}

const members = (count: number, ...unit: string[]): Member[] =>
  Array.from({ length: count }, (_, one) => ({ id: `${unit.at(-1)}-${one}`.toLowerCase().replaceAll(' ', '-'), unit }))

/** A municipality of two services, of which one is large enough to be chosen. */
const TOWN = [...members(30, 'Stad', 'Zorg'), ...members(20, 'Stad', 'Bouw'), ...members(10, 'Stad', 'Staf')]

async function opened() {
  const house = new House({ at: MONDAY })
  const all = [...TOWN, { id: 'hilde', unit: ['Stad', 'Staf'], roles: ['hr' as const] }]
  const everyone = all.map((one) => ({
    roles: [],
    managers: [],
    email: `${one.id}@voorbeeldstad.example`,
    name: one.id,
    since: '2026-W46',
    tenant: TENANT,
    ...one,
  }))
  await house.app.roster.together(TENANT, async (people) => {
    for (const one of placed(everyone)) await people.put(one)
  })
  await house.app.rosterChanged(TENANT)
  await house.settle()
  return house
}

const aim = (house: House, target: Target | undefined, id = ASKED, revision = 0) =>
  house.app.prompts.aim({ tenant: TENANT, person: 'hilde', id, revision }, target, 'leeft daar')

/** Who got this question, of all who were asked something in this week. */
async function askedOf(house: House, prompt: string) {
  const put = await Promise.all(
    TOWN.map(async ({ id }) => [id, (await house.app.rounds.current(TENANT, id))?.prompt] as const),
  )
  assert.ok(put.every(([, asked]) => asked !== undefined))
  return put.filter(([, asked]) => asked === prompt).map(([id]) => id)
}

async function pinned(house: House, week = '2026-W48') {
  const by = { tenant: TENANT, person: 'hilde', revision: (await house.app.calendar.latest(TENANT)).revision }
  assert.equal(await house.app.calendar.pin(by, { week, prompt: ASKED }, 'nu'), 'edited')
}

/** The smallest group that somebody can be narrowed down to, by which of these nodes they are in. */
function smallestGroup(everyone: readonly Member[], units: readonly string[]): number {
  const signs = Map.groupBy(everyone, ({ unit }) =>
    units.map((one) => Number(`${unit.join('/')}/`.startsWith(`${one}/`))).join(''),
  )
  return Math.min(...[...signs.values()].map(({ length }) => length))
}

/** The same each time: a municipality of three levels, of random sizes. */
function randomTown(seed: number): Member[] {
  let state = seed
  const below = (most: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * most)
  }
  return Array.from({ length: 1 + below(5) }, (_, service) => [
    ...members(below(30), 'Stad', `Dienst ${service}`),
    ...Array.from({ length: below(6) }, (_, team) =>
      members(below(60), 'Stad', `Dienst ${service}`, `Team ${service}.${team}`),
    ).flat(),
  ]).flat()
}

describe('for whom a question is', () => {
  it('goes to a whole node of the organisation, and everybody else has their own turn', async () => {
    const house = await opened()
    assert.equal((await aim(house, { units: ['Stad/Zorg'] })).kind, 'edited')
    await pinned(house)
    await house.until('2026-11-27T12:00Z')
    const got = await askedOf(house, ASKED)
    assert.equal(got.length, 30)
    assert.ok(got.every((id) => id.startsWith('zorg')))
  })

  it('goes to a part that the system draws, another one for each question, which moves on each half year', async () => {
    const secrets = hmacSecrets('a key for tests')
    const drawn = (prompt: string, week: string) =>
      TOWN.filter((one) => isMeant(secrets, { prompt, target: { every: 4 }, week }, { tenant: TENANT, ...one }, []))
    const parts = ['2026-W01', '2026-W30', '2027-W05', '2027-W30'].map((week) => drawn(ASKED, week))
    assert.deepEqual(
      parts
        .flat()
        .map(({ id }) => id)
        .toSorted(),
      TOWN.map(({ id }) => id).toSorted(),
    )
    assert.notDeepEqual(drawn('buiten-je-team', '2026-W01'), parts[0])
    const house = await opened()
    assert.equal((await aim(house, { every: 2 })).kind, 'edited')
    await pinned(house)
    await house.until('2026-11-27T12:00Z')
    const got = await askedOf(house, ASKED)
    assert.ok(got.length > 15 && got.length < 45, `${got.length} of 60`)
  })

  it('refuses a node that is too small, the opening, and a question for managers; and nobody is named', async () => {
    const house = await opened()
    for (const unit of ['Stad/Bouw', 'Stad', 'Stad/Zorg/niemand', 'Stad/Staf'])
      assert.equal((await aim(house, { units: ['Stad/Zorg', unit] })).kind, 'refused', unit)
    assert.equal((await aim(house, { every: 2 }, 'leerzaam-moment')).kind, 'refused')
    const forManagers = (await house.app.prompts.inUse(TENANT)).find(({ audience }) => audience === 'managers')
    assert.equal((await aim(house, { every: 2 }, forManagers?.id)).kind, 'refused')
    assert.deepEqual(await house.app.prompts.unitsOf(TENANT), [
      { unit: 'Stad/Zorg', path: ['Stad', 'Zorg'], people: 30 },
    ])
  })

  it('shows the names of a node as they are, also with a slash in one of them', async () => {
    const town = TOWN.map(({ unit: [top = '', ...below], ...one }) => ({ ...one, unit: [top, 'Zorg/Jeugd', ...below] }))
    const [first] = unitsOf([...town, ...TOWN])
    assert.deepEqual(first?.path, ['Stad', 'Zorg'])
    assert.ok(unitsOf([...town, ...TOWN]).some(({ path }) => path.join(' · ') === 'Stad · Zorg/Jeugd'))
  })

  it('has nobody any more in a node that became too small, until HR chooses anew', () => {
    const zorg = { tenant: TENANT, id: 'zorg-1', unit: ['Stad', 'Zorg'] }
    const given = { prompt: ASKED, target: { units: ['Stad/Zorg'] }, week: '2026-W48' }
    const secrets = hmacSecrets('a key for tests')
    assert.equal(isMeant(secrets, given, zorg, unitsOf(TOWN)), true)
    assert.equal(
      isMeant(secrets, given, zorg, unitsOf(TOWN.filter(({ id }) => id !== 'zorg-7' && !/zorg-2/.test(id)))),
      false,
    )
  })

  it('is for everybody again when HR says so', async () => {
    const house = await opened()
    await aim(house, { units: ['Stad/Zorg'] })
    assert.equal((await aim(house, undefined, ASKED, 1)).kind, 'edited')
    await pinned(house)
    await house.until('2026-11-27T12:00Z')
    assert.equal((await askedOf(house, ASKED)).length, 60)
  })

  it('narrows nobody down to fewer than 25, whatever is chosen for whichever questions', () => {
    let [attacks, successes, control] = [0, 0, 0]
    for (let seed = 1; seed <= 200; seed++) {
      const town = randomTown(seed)
      if (town.length < LEAST) continue
      attacks++
      // Every node that may be chosen, each for a question of its own: nothing tells people apart further.
      if (
        smallestGroup(
          town,
          unitsOf(town).map(({ unit }) => unit),
        ) < LEAST
      )
        successes++
      const paths = new Set(town.flatMap(({ unit }) => unit.map((_, depth) => unit.slice(0, depth + 1).join('/'))))
      const large = [...paths].filter(
        (path) => town.filter(({ unit }) => `${unit.join('/')}/`.startsWith(`${path}/`)).length >= LEAST,
      )
      if (smallestGroup(town, large) < LEAST) control++
    }
    assert.deepEqual([attacks > 150, successes], [true, 0])
    // The rule that looks at each node by itself.
    assert.ok(control > 50, `the control succeeded ${control} times of ${attacks}`)
  })
})
