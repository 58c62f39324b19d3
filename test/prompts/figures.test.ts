import assert from 'node:assert/strict'
import { placed } from '../../services/core/people.ts'
import type { Words } from '../../services/prompts/schema.ts'
import { House, TENANT } from '../house.ts'

const MONDAY = new Date('2026-11-16T07:30Z')
/** After the night in which a week is counted. */
const COUNTED = { W47: '2026-11-23T06:00Z', W48: '2026-11-30T06:00Z', W49: '2026-12-07T06:00Z' }
const FRIDAY = { W47: '2026-11-20T12:00Z', W48: '2026-11-27T12:00Z', W49: '2026-12-04T12:00Z' }
const OPENING = 'leerzaam-moment'
const WORDS: Words = {
  nl: { question: 'Wat verraste je?', why: 'Zo blijft het je bij.', example: 'Bijvoorbeeld: het liep anders' },
  en: { question: 'What surprised you?', why: 'So that you keep it.', example: 'For example: it went otherwise' },
}

const ids = (count: number) => Array.from({ length: count }, (_, one) => `p${one}`)

async function opened(count: number, since = '2026-W47', unit = (_: number) => ['Stad']) {
  const house = new House({ at: MONDAY })
  const everyone = ids(count).map((id, place) => ({
    tenant: TENANT,
    id,
    name: id,
    email: `${id}@voorbeeldstad.example`,
    unit: unit(place),
    managers: [],
    roles: [],
    since,
  }))
  await house.app.roster.together(TENANT, async (people) => {
    for (const one of placed(everyone)) await people.put(one)
  })
  await house.app.rosterChanged(TENANT)
  await house.settle()
  return house
}

/** They answer the card that they were sent. */
async function answer(house: House, people: readonly string[], more: Record<string, string> = {}) {
  for (const id of people) {
    const card = house.sentTo(id).at(-1) ?? assert.fail(`${id} has no card`)
    await house.press(id, card, 'Bewaar', { text: `Wat ${id} leerde.`, ...more })
  }
}

/** What HR can see of it. */
async function shown(house: House, id = OPENING) {
  return house.app.figures.of(TENANT, (await house.app.prompts.one(TENANT, id)) ?? assert.fail(id))
}

const by = (revision: number, id = OPENING) => ({ tenant: TENANT, person: 'p0', id, revision })

/** The first question, which nobody answers: so all of these have written to the bot. */
async function wrote(house: House, people: readonly string[]) {
  for (const id of people) await house.say(id, 'deze week niet')
}

describe('how a question does', () => {
  it('is told of a closed week, of everybody who ever wrote, in words', async () => {
    const house = await opened(80)
    await house.until(FRIDAY.W47)
    await answer(house, ids(30))
    await answer(house, ids(40).slice(30), { sharing: 'colleagues' })
    await wrote(house, ids(80).slice(40))
    await house.until(COUNTED.W47)
    assert.deepEqual(await shown(house), { versions: [{ version: 1, answered: 'half', shared: 'few' }] })
  })

  it('stops when it is told to, keeps nothing of half a week, and counts all of it afterwards', async () => {
    const house = await opened(80)
    await house.until(FRIDAY.W47)
    await answer(house, ids(60))
    house.now = new Date(COUNTED.W47)
    const job = house.app.features.flatMap(({ jobs = [] }) => jobs).find(({ name }) => name === 'prompt-figures')
    const stopped = AbortSignal.abort()
    const again = await job?.run(TENANT, stopped)
    assert.deepEqual(again, house.now)
    assert.deepEqual((await shown(house)).versions, [])
    await house.settle()
    assert.equal((await shown(house)).versions[0]?.answered, 'most')
  })

  it('counts an answer once, however often it is pressed, changed or counted', async () => {
    const house = await opened(80)
    await house.until(FRIDAY.W47)
    await wrote(house, ids(80).slice(30))
    for (let times = 0; times < 3; times++) await answer(house, ids(30))
    await answer(house, ids(30), { text: 'Toch anders.' }).catch(() => {})
    await house.until(COUNTED.W47)
    await house.app.rosterChanged(TENANT)
    await house.until(COUNTED.W48)
    assert.deepEqual((await shown(house)).versions, [{ version: 1, answered: 'few', shared: 'few' }])
  })

  it('says nothing while fewer than 50 people ever wrote, and no more of all and none than of most and few', async () => {
    const few = await opened(80)
    await few.until(FRIDAY.W47)
    await answer(few, ids(49))
    await few.until(COUNTED.W47)
    assert.deepEqual(await shown(few), { versions: [] })
    const all = await opened(60)
    await all.until(FRIDAY.W47)
    await answer(all, ids(60))
    await all.until(COUNTED.W47)
    assert.deepEqual((await shown(all)).versions, [{ version: 1, answered: 'most', shared: 'few' }])
  })

  it('does not count people who let nothing be counted', async () => {
    const house = await opened(60)
    for (const id of ids(11)) await house.say(id, 'tel mij niet mee')
    await house.until(FRIDAY.W47)
    await answer(house, ids(60))
    await house.until(COUNTED.W47)
    assert.deepEqual(await shown(house), { versions: [] })
  })

  it('tells nobody who answered between two looks; counting along would', async () => {
    const house = await opened(60)
    await house.until(FRIDAY.W47)
    await answer(house, ids(30))
    await wrote(house, ids(60).slice(31))
    // A person who counts along sees p30 come: the control.
    const along = async () =>
      (await Promise.all(ids(60).map((person) => house.app.reflection.journal(TENANT, person)))).flat().length
    const [before, counted] = [JSON.stringify(await shown(house)), await along()]
    await answer(house, ['p30'])
    assert.equal((await along()) - counted, 1, 'the control succeeds')
    assert.equal(JSON.stringify(await shown(house)), before)
    await house.until(COUNTED.W47)
    const closed = JSON.stringify(await shown(house))
    // An answer that comes too late is not counted any more, and neither is a week of a few.
    await answer(house, ['p31'])
    await house.until(FRIDAY.W48)
    assert.equal(JSON.stringify(await shown(house)), closed)
    await house.until(COUNTED.W48)
    assert.equal(JSON.stringify(await shown(house)), closed)
  })

  /** A question of one week, for these units or for everybody; HR takes that back before the week is counted. */
  async function narrowed(units: string[] | undefined) {
    const house = await opened(80, '2026-W46', (place) => ['Stad', place < 40 ? 'Zorg' : 'Bouw'])
    const question = 'buiten-je-team'
    const aim = (target: string[] | undefined, revision: number) =>
      house.app.prompts.aim(by(revision, question), target && { units: target }, 'zo')
    assert.equal((await aim(units, 0)).kind, 'edited')
    const calendar = { tenant: TENANT, person: 'p0', revision: 0 }
    await house.app.calendar.pin(calendar, { week: '2026-W48', prompt: question }, 'zo')
    await house.until(FRIDAY.W47)
    await wrote(house, ids(80))
    await house.until(FRIDAY.W48)
    assert.equal((await aim(undefined, 1)).kind, 'edited')
    await answer(house, ids(30))
    await answer(house, ids(70).slice(40))
    await house.until(COUNTED.W48)
    const all = await Promise.all((await house.app.prompts.inUse(TENANT)).map(({ id }) => shown(house, id)))
    return all.flatMap(({ versions }) => versions)
  }

  it('tells nothing of a week in which a question was for some units alone, also when that was undone in time', async () => {
    // Either question would be about one half of the organisation: the one it was for, and the other.
    assert.deepEqual(await narrowed(['Stad/Zorg']), [])
    assert.equal((await narrowed(undefined)).length, 1, 'the control: the same week, for everybody')
  })
})

describe('two wordings side by side', () => {
  /** Half of 160 people are asked each, and as many of them answer as is said. */
  async function compared(rates: [number, number]) {
    const house = await opened(160)
    await house.until(FRIDAY.W47)
    await wrote(house, ids(160))
    await house.app.prompts.save(by(0), WORDS)
    assert.equal((await house.app.prompts.compare(by(1), 1001, 'wat werkt')).kind, 'edited')
    const calendar = { tenant: TENANT, person: 'p0', revision: 0 }
    assert.equal(await house.app.calendar.pin(calendar, { week: '2026-W48', prompt: OPENING }, 'zo'), 'edited')
    await house.until(FRIDAY.W48)
    const halves = await Promise.all(
      ids(160).map(async (id) => [id, (await house.app.rounds.current(TENANT, id))?.version ?? 0] as const),
    )
    const of = (version: number) => halves.flatMap(([id, asked]) => (asked === version ? [id] : []))
    const [one, other] = [of(1), of(1001)]
    assert.equal(one.length + other.length, 160)
    assert.ok(Math.abs(one.length - other.length) < 50)
    await answer(house, one.slice(0, Math.round(one.length * rates[0])))
    await answer(house, other.slice(0, Math.round(other.length * rates[1])))
    await house.until(COUNTED.W48)
    return { house, comparison: (await shown(house)).comparison ?? assert.fail('nothing is compared') }
  }

  it('are drawn by the system, and the better one is named when chance does not explain it', async () => {
    const { comparison } = await compared([0.4, 0.8])
    assert.equal(comparison.found?.better, 'other')
    const { from = 0, to = 0 } = comparison.found?.difference ?? {}
    assert.ok(from > 0 && from % 5 === 0 && to % 5 === 0, `${from} to ${to}`)
    assert.deepEqual(Object.keys(comparison.found ?? {}), ['difference', 'better'])
  })

  it('show no difference when it may be chance', async () => {
    const { comparison } = await compared([0.5, 0.55])
    assert.ok(comparison.found)
    assert.equal(comparison.found.better, undefined)
  })

  it('are not told of while fewer than 25 answered either of them', async () => {
    const { comparison } = await compared([0.2, 0.8])
    assert.deepEqual(comparison, { one: 1, other: 1001, from: '2026-W48' })
  })

  it('end with one of them, which everybody is asked from then on; nothing else changes meanwhile', async () => {
    const { house } = await compared([0.4, 0.8])
    assert.equal((await house.app.prompts.withdraw(by(2), 1, 'nee')).kind, 'refused')
    assert.equal((await house.app.prompts.aim(by(2), { every: 2 }, 'nee')).kind, 'refused')
    assert.equal((await house.app.prompts.choose(by(2), 7, 'nee')).kind, 'refused')
    assert.equal((await house.app.prompts.choose(by(2), 1001, 'beter')).kind, 'edited')
    const prompt = (await house.app.prompts.one(TENANT, OPENING)) ?? assert.fail('gone')
    assert.deepEqual(
      prompt.versions.map(({ version, status }) => [version, status]),
      [
        [1, 'published'],
        [1001, 'published'],
      ],
    )
    assert.equal((await shown(house)).comparison, undefined)
  })
})
