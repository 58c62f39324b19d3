import assert from 'node:assert/strict'
import { pulseCollections } from '../../services/pulse/collections.ts'
import { type House, type Options, read, TENANT } from '../house.ts'
import { answered } from '../reflection/answers.ts'
import { CLOSED, lookedAt, needing, openTown, PUBLISHED, QUOTES, quote, staff, tick } from './town.ts'

const NONE = /Over deze weken is er geen leerpuls/
/** The weeks in which windows open after the first one, the day on which each is told, and a day in each. */
const SECOND = { window: '2026-W50', inside: '2026-12-10T13:00Z', told: '2027-01-05T12:00Z' }

const pulseOf = async (house: House, who = 'petra') => read(await house.say(who, 'leerpuls'))

const leaves = async (house: House, people: readonly string[]) => {
  for (const id of people) await house.app.roster.remove({ tenant: TENANT, id })
}

const contributionsIn = async (house: House, window: string) => {
  const { contributions } = pulseCollections(house.store)
  return (await contributions.find({ tenant: TENANT }, { index: 'window', equals: window, limit: 200 })).items
}

/** A town whose year began with a window: six lists to come, and a seventh window. */
const inJanuary = (options: Options = {}) => openTown({ at: new Date('2027-01-01T09:00Z'), ...options })

describe('pulse: one list at a time (R18)', function () {
  this.timeout(120_000)

  it('tells what would help, then how people learned, each with when the next one comes', async () => {
    const house = await openTown()
    await needing(house, staff('jeugd', 14))
    await lookedAt(house, PUBLISHED)
    const first = await pulseOf(house)
    assert.match(first, /Wat hen zou helpen\nSluit\nMeer tijd\nDit kozen mensen het laatst, sinds 23 november\./)
    assert.match(first, /De volgende lijst komt op dinsdag 5 januari: hoe zij leerden\./)
    assert.doesNotMatch(first, /Hoe zij leerden|Waarover zij leerden/)
    await lookedAt(house, SECOND.told)
    // Nobody said anything since: it is about what was said last in the whole period.
    const second = await pulseOf(house)
    assert.match(second, /Hoe zij leerden\nSluit\nDe helft of meer leerde in het werk\.[\s\S]*sinds 23 november/)
    assert.doesNotMatch(second, /Meer tijd|Wat hen zou helpen/)
    assert.match(
      read(await house.say('wmo-03', 'gemeente')),
      /De laatste leerpuls ging over hoe mensen leerden\. De volgende lijst/,
    )
  })

  it('counts everybody once, as they ticked last', async () => {
    const house = await openTown()
    await tick(house, staff('jeugd', 11))
    await lookedAt(house, SECOND.inside)
    await tick(house, staff('jeugd', 11), 'training')
    await lookedAt(house, '2027-01-04T02:00Z')
    const given = await contributionsIn(house, SECOND.window)
    assert.deepEqual(
      given.map(({ how }) => how.join()),
      Array(11).fill('training'),
    )
    assert.ok(
      given.every(({ needs, topics }) => needs.length + topics.length === 0),
      'of one list alone',
    )
  })

  it('leaves out a part in which somebody shared by name, and counts the part before it (R4)', async () => {
    const house = await openTown()
    await tick(house, staff('jeugd', 12))
    await lookedAt(house, SECOND.inside)
    await answered(house, 'jeugd-00', 'Dit deel ik met mijn naam.', { how: 'training', sharing: 'colleagues' })
    await tick(house, ['jeugd-01'], 'training')
    await lookedAt(house, '2027-01-04T02:00Z')
    const given = (await contributionsIn(house, SECOND.window)).map(({ how }) => how.join()).sort()
    assert.deepEqual(given, ['training', ...Array(11).fill('werk')])
  })

  it('counts a joiner from the next list of each kind, and takes their quote before that', async () => {
    const house = await openTown()
    await tick(house, staff('jeugd', 12))
    await house.until('2026-11-25T09:00Z')
    await house.employ({ id: 'nieuw', name: 'Nieuwe Collega', unit: ['Gemeente', 'Team Jeugd'], managers: ['petra'] })
    await lookedAt(house, SECOND.inside)
    await tick(house, ['nieuw'], 'training')
    await quote(house, 'nieuw', 'Vraag eerst wat iemand weet.')
    await lookedAt(house, '2027-01-04T02:00Z')
    assert.equal((await contributionsIn(house, SECOND.window)).length, 12)
    const { waiting } = pulseCollections(house.store)
    assert.equal((await waiting.find({ tenant: TENANT }, { index: 'block', limit: 9 })).items.length, 1)
  })

  it('tells none in a seventh window, of any block and whatever was said, and says when the next comes', async () => {
    const house = await inJanuary()
    await lookedAt(house, '2027-06-18T09:00Z')
    await needing(house, staff('jeugd', 14))
    await lookedAt(house, '2027-07-06T12:00Z')
    const own = await pulseOf(house)
    assert.match(own, /Deze weken vertelt de leerpuls geen lijst\n[\s\S]*De volgende lijst komt op/)
    assert.equal((await pulseOf(house, 'ruud')).replaceAll('Team Wmo', 'Team Jeugd'), own)
  })

  it('the third list is about all since the first, the fourth about who was there when needs were last told', async () => {
    const house = await inJanuary()
    const joins = async (id: string, at: string) => {
      await lookedAt(house, at)
      await house.employ({ id, name: `Collega ${id}`, unit: ['Gemeente', 'Team Jeugd'], managers: ['petra'] })
    }
    await joins('eerste', '2027-01-13T09:00Z')
    await joins('tweede', '2027-01-27T09:00Z')
    await lookedAt(house, '2027-03-10T13:00Z')
    await tick(house, [...staff('jeugd', 12), 'eerste', 'tweede'])
    const { windows } = pulseCollections(house.store)
    const turnOf = async (id: string) => {
      const { list, since } = (await windows.get({ tenant: TENANT, id })) ?? assert.fail()
      return [list, since, (await contributionsIn(house, id)).length]
    }
    await lookedAt(house, '2027-03-15T02:00Z')
    assert.deepEqual(await turnOf('2027-W07'), ['topics', '2027-W01', 12])
    await lookedAt(house, '2027-04-12T02:00Z')
    assert.deepEqual(await turnOf('2027-W11'), ['needs', '2027-W03', 13])
  })

  it('says one list and the next one also when the secret of its window is gone', async () => {
    const house = await openTown()
    await needing(house, staff('jeugd', 14))
    await lookedAt(house, PUBLISHED)
    const first = await pulseOf(house)
    await lookedAt(house, '2026-12-15T12:00Z')
    assert.equal(await pulseOf(house), first)
    assert.match(first, /Meer tijd[\s\S]*De volgende lijst komt op dinsdag 5 januari: hoe zij leerden\./)
  })

  it('the turns go on after more than a week in which nothing ran', async () => {
    const house = await openTown()
    await lookedAt(house, '2026-12-06T12:00Z')
    house.now = new Date('2027-01-20T09:00Z')
    await house.settle()
    const { windows } = pulseCollections(house.store)
    const all = (await windows.find({ tenant: TENANT }, { index: 'opening', limit: 9 })).items
    assert.deepEqual(
      all.filter(({ from }) => from < '2027').map(({ list }) => list),
      ['needs', 'how'],
    )
  })

  it('a quote of a seventh window comes with the next list', async () => {
    const house = await inJanuary()
    await lookedAt(house, '2027-06-30T13:00Z')
    for (const [place, text] of QUOTES.entries()) await quote(house, staff('jeugd')[place] ?? '', text)
    await lookedAt(house, '2027-07-28T13:00Z')
    await needing(house, staff('jeugd', 14))
    await lookedAt(house, '2027-08-03T12:00Z')
    const own = await pulseOf(house)
    for (const text of QUOTES) assert.ok(own.includes(text), text)
  })

  it('draws anew for each list: one in two hundred does not come, whatever was said', async () => {
    const last = { id: () => 'f'.repeat(32) }
    const house = await openTown({ draws: last })
    await needing(house, staff('jeugd', 14))
    await house.until(PUBLISHED)
    assert.match(await pulseOf(house), NONE)
  })
})

describe('pulse: who could have answered (R17)', function () {
  this.timeout(120_000)

  /** Of twenty-four so many share something by name, and fourteen others answer for themselves. */
  async function named(count: number) {
    const house = await openTown()
    await needing(house, staff('jeugd', 14))
    for (const person of staff('jeugd').slice(-count))
      await answered(house, person, `Van ${person}, met naam.`, { how: 'werk', sharing: 'colleagues' })
    return house
  }

  it('a list comes where eighteen could, and not where seventeen could: the words of every list that does not come', async () => {
    const [eighteen, seventeen] = [await named(6), await named(7)]
    for (const house of [eighteen, seventeen]) await lookedAt(house, PUBLISHED)
    assert.match(await pulseOf(eighteen), /Meer tijd/)
    const none = await pulseOf(seventeen)
    assert.match(none, NONE)
    assert.equal((await pulseOf(seventeen, 'ruud')).replaceAll('Team Wmo', 'Team Jeugd'), none)
    // The list that was left out is no end: in the next one all of them could have answered.
    await lookedAt(seventeen, SECOND.told)
    assert.match(await pulseOf(seventeen), /Hoe zij leerden\nSluit\nDe helft of meer/)
  })

  it('who leaves counts to the close, and lowers who could have answered', async () => {
    const house = await openTown()
    await needing(house, staff('jeugd', 14))
    await leaves(house, staff('jeugd', 2))
    await house.until(CLOSED)
    assert.equal((await contributionsIn(house, '2026-W48')).length, 14)
    const { pulses } = pulseCollections(house.store)
    const all = await pulses.find({ tenant: TENANT }, { index: 'window', equals: '2026-W48', limit: 9 })
    assert.deepEqual(all.items.map(({ name, people, there }) => [name, people, there]).sort(), [
      ['Team Jeugd', 22, 22],
      ['Team Wmo', 25, 25],
    ])
    await house.until(PUBLISHED)
    assert.match(await pulseOf(house), /Meer tijd/)
  })

  it('A45: an import just before a close lowers the floor, never the base: seven who left are seven who are out', async () => {
    const house = await openTown()
    await needing(house, staff('jeugd', 14))
    await house.until('2026-12-06T20:00Z')
    await leaves(house, staff('jeugd').slice(-7))
    await house.until(CLOSED)
    assert.equal((await contributionsIn(house, '2026-W48')).length, 14)
    await house.until(PUBLISHED)
    assert.match(await pulseOf(house), NONE)
  })

  it('a block of which fewer than sixteen are there is silent until the next cut, also when people come', async () => {
    const house = await openTown()
    await needing(house, staff('jeugd', 14))
    await leaves(house, staff('jeugd').slice(-9))
    await lookedAt(house, PUBLISHED)
    assert.match(await pulseOf(house), NONE)
    for (const id of staff('jeugd').slice(-9))
      await house.employ({ id, name: `Weer ${id}`, unit: ['Gemeente', 'Team Jeugd'], managers: ['petra'] })
    await lookedAt(house, SECOND.inside)
    await tick(house, staff('jeugd'))
    await lookedAt(house, SECOND.told)
    assert.match(await pulseOf(house), NONE)
  })

  it('a close so late that nobody knows who was there tells nothing, and lets no block fall', async () => {
    // The rows of the first window have ended, and then those of the second one too.
    for (const [at, since, there] of [
      ['2027-02-10T09:00Z', '2026-W50', [24, 25]],
      ['2027-03-10T09:00Z', '2026-W48', [undefined, undefined]],
    ] as const) {
      const house = await openTown()
      await lookedAt(house, SECOND.inside)
      await tick(house, staff('jeugd', 14))
      house.now = new Date(at)
      await house.settle()
      const { pulses, windows } = pulseCollections(house.store)
      const all = (await pulses.find({ tenant: TENANT }, { index: 'window', equals: SECOND.window, limit: 9 })).items
      assert.deepEqual(all.map((one) => one.there).sort(), there)
      assert.ok(all.every(({ state, fallen }) => state === 'withheld' && !fallen))
      assert.equal((await windows.get({ tenant: TENANT, id: SECOND.window }))?.since, since)
    }
  })

  it('what somebody said before they switched counting off is in no list that comes later', async () => {
    const house = await openTown()
    await tick(house, staff('jeugd', 12))
    await lookedAt(house, SECOND.inside)
    await house.say('jeugd-00', 'tel mij niet mee')
    await lookedAt(house, '2027-01-04T02:00Z')
    assert.equal((await contributionsIn(house, SECOND.window)).length, 11)
  })

  it('is kept by a row without a name, until the last list that asks, and is erased with its person', async () => {
    const house = await openTown()
    const { memberships } = pulseCollections(house.store)
    const rows = async () => (await memberships.find({ tenant: TENANT }, { index: 'window', limit: 200 })).items
    const all = await rows()
    assert.equal(all.length, 48 + 1)
    assert.deepEqual(
      Object.keys(all[0] ?? {})
        .filter((key) => key !== 'etag')
        .sort(),
      ['block', 'expires', 'id', 'person', 'tenant', 'window'],
    )
    await house.app.forget(TENANT, 'jeugd-00')
    assert.equal((await rows()).length, 48)
    await house.until('2027-02-09T12:00Z')
    assert.ok((await rows()).every(({ window }) => window !== '2026-W48'))
  })
})
