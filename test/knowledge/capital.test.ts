import assert from 'node:assert/strict'
import { before, describe, it } from 'mocha'
import { analysis } from '../../bot/texts.ts'
import { mapOf, type Said } from '../../services/knowledge/capital.ts'
import type { Analysis } from '../../services/search/analysis/analysis.ts'
import { House, ROSTER, read, TENANT } from '../house.ts'

const KAREL = { id: 'karel', name: 'Karel Zandvliet', jobTitle: 'Archivaris' }
/** Thirty more, so that a job of theirs is nobody's name. */
const CROWD = Array.from({ length: 30 }, (_, n) => ({ id: `p${n}`, name: `Persoon ${n}`, jobTitle: 'Wmo-consulent' }))
/** The map is cut on the first of the month. */
const NEXT_CUT = '2026-12-01T08:00Z'

describe('the map of what people know', () => {
  async function openMap() {
    const house = await House.open({ roster: [...ROSTER, KAREL, ...CROWD] })
    const says = (person: string, words: string) => house.say(person, `ik weet iets van ${words}`)
    const map = async () => house.app.capital.topics(TENANT)
    return { house, says, map, topics: async () => (await map()).map(({ topic }) => topic) }
  }
  /** Five people, each with a topic that points at nobody. */
  async function openFilled() {
    const all = await openMap()
    for (const [n, words] of ['schulden', 'belastingen', 'toezicht houden', 'lastige gesprekken', 'parkeren'].entries())
      await all.says(`p${n}`, words)
    return all
  }

  it('names the topics from the first of the month after, with how many want to help and how many answers there are', async () => {
    const { house, says, map } = await openFilled()
    await says('p6', 'parkeren')
    for (let n = 7; n < 12; n++) await says(`p${n}`, 'schulden')
    for (const person of ['karin', 'bram']) {
      const card = await house.say(person, 'vraag')
      const text = 'Schulden komen vaak door een verhuizing.'
      await house.press(person, card, 'Bewaar', { text, sharing: 'colleagues' })
    }
    assert.deepEqual(await map(), [], 'a person who watches the map learns nothing of who just spoke')
    await house.until(NEXT_CUT)
    assert.deepEqual(await map(), [
      { topic: 'belastingen', helpers: 'one', answers: 0 },
      { topic: 'lastige gesprekken', helpers: 'one', answers: 0 },
      { topic: 'parkeren', helpers: 'few', answers: 0 },
      { topic: 'schulden', helpers: 'many', answers: 2 },
      { topic: 'toezicht houden', helpers: 'one', answers: 0 },
    ])
  })

  it('A40: names nobody, by no field and no word, and a person who looks for help still finds who wants to', async () => {
    const { house, map } = await openFilled()
    await house.until(NEXT_CUT)
    const told = JSON.stringify(await map())
    for (const { id, name } of [...ROSTER, ...CROWD]) assert.ok(!told.includes(`"${id}"`) && !told.includes(name), name)
    assert.deepEqual(
      [...new Set((await map()).flatMap((topic) => Object.keys(topic)))],
      ['topic', 'helpers', 'answers'],
    )
    assert.match(read(await house.say('sanne', 'wie weet iets van lastige gesprekken?')), /Persoon 3/)
  })

  const TELLING: [why: string, words: string][] = [
    ['a name of a colleague', 'vraag maar aan zandvliet'],
    ['a job that one person has', 'archivaris'],
    ['the same job in more words', 'werken als archivaris in de praktijk'],
    ['somebody who is the only one', 'als enige de oude systemen'],
    ['a word that few people use', 'klepelgordingen bij monumenten'],
    ['a number of a case', 'dossier Z-2026-00123'],
    ['a phone number', 'bel 06-12345678'],
  ]
  it('A40: leaves out what points at somebody; a map of all that was said would show each', async () => {
    const { house, says, topics } = await openFilled()
    for (const [, words] of TELLING) await says('karel', words)
    await house.until(NEXT_CUT)
    const shown = await topics()
    const card = read(await house.say('karel', 'waar weet ik iets van'))
    for (const [why, words] of TELLING) {
      assert.ok(!shown.some((topic) => topic.includes(words)), why)
      assert.ok(
        shown.every((topic) => !/zandvliet|archivaris|klepel|00123|0612/i.test(topic)),
        why,
      )
    }
    assert.match(card, /archivaris/, 'the control: they were kept')
    assert.equal(shown.length, 5)
  })

  it('A40: a job that five people have is nobody’s name, and so a topic', async () => {
    const { house, says, topics } = await openFilled()
    await says('p9', 'wmo')
    await house.until(NEXT_CUT)
    assert.ok((await topics()).includes('wmo'))
  })

  it('A40: is empty while fewer than five people are on it: each topic would be of one of a handful', async () => {
    const { house, says, topics } = await openMap()
    for (let n = 0; n < 4; n++) {
      await says(`p${n}`, 'schulden')
      await says(`p${n}`, 'parkeren')
    }
    await house.until(NEXT_CUT)
    assert.deepEqual(await topics(), [])
    await says('p4', 'belastingen')
    assert.deepEqual(await topics(), [], 'the fifth counts from the next cut')
    await house.until('2027-01-01T08:00Z')
    assert.deepEqual(await topics(), ['belastingen', 'parkeren', 'schulden'])
  })

  /** Karel is the one who knows about it, and is on the map. */
  async function withKarel() {
    const all = await openFilled()
    await all.says('karel', 'inburgering')
    await all.house.until(NEXT_CUT)
    const whoKnows = async () => read(await all.house.say('sanne', 'wie weet iets van inburgering?'))
    assert.ok((await all.topics()).includes('inburgering'))
    assert.match(await whoKnows(), /Karel Zandvliet/)
    return { ...all, whoKnows }
  }

  const GOES: [how: string, goes: (house: House) => Promise<unknown>][] = [
    ['is erased', (house) => house.app.forget(TENANT, 'karel')],
    ['leaves the roster', (house) => house.app.roster.remove({ tenant: TENANT, id: 'karel' })],
    ['takes it away', (house) => house.say('karel', 'laat weg 1')],
  ]
  for (const [how, goes] of GOES)
    it(`A54: does not change on the day somebody ${how}: the person is gone at once, the word at the next cut`, async () => {
      const { house, map, topics, whoKnows } = await withKarel()
      const before = JSON.stringify(await map())
      await goes(house)
      await house.app.rosterChanged(TENANT)
      await house.until('2026-12-31T22:30Z')
      assert.doesNotMatch(await whoKnows(), /Karel/)
      assert.equal(JSON.stringify(await map()), before)
      const elsewhere = new House({ store: house.store, at: house.now })
      assert.equal(JSON.stringify(await elsewhere.app.capital.topics(TENANT)), before, 'in another process too')
      await house.until('2026-12-31T23:00Z')
      assert.ok(!(await topics()).includes('inburgering'), 'from midnight on, by the clock on the wall')
    })

  it('A54: nor on the day somebody joins and names a topic', async () => {
    const { house, says, map, topics } = await withKarel()
    const before = JSON.stringify(await map())
    await house.employ({ id: 'nieuw', name: 'Nieuwe Collega', jobTitle: 'Wmo-consulent' })
    await says('nieuw', 'toeslagen')
    await house.until('2026-12-31T22:30Z')
    assert.equal(JSON.stringify(await map()), before)
    await house.until('2026-12-31T23:00Z')
    assert.ok((await topics()).includes('toeslagen'))
  })

  it('A54: of two processes that cut it at once one map stands', async () => {
    const { house } = await openFilled()
    await house.until(NEXT_CUT)
    const processes = [house, new House({ store: house.store, at: house.now })]
    const [one, other] = await Promise.all(processes.map(({ app }) => app.capital.topics(TENANT)))
    assert.ok(one?.length)
    assert.deepEqual(one, other)
    assert.deepEqual(await house.app.capital.topics(TENANT), one)
  })

  it('says what nobody knows after four colleagues asked, to anybody', async () => {
    const { house } = await openFilled()
    for (const person of ['sanne', 'fatima', 'karin', 'bram'])
      await house.say(person, 'wie weet iets van regenwaterriolering?')
    await house.until(NEXT_CUT)
    assert.deepEqual(await house.app.capital.asked(TENANT, 'nl'), ['regenwaterriolering'])
  })
})

describe('the same, of made-up organisations', () => {
  let read: Analysis
  before(async () => {
    read = await analysis()
  })

  it('A54, control: drawn anew at each look, as before, it tells whose the topic was on the day they leave', () => {
    const ports = { before: '2026-11-23', analysis: read, isPlain: () => true, rareRoles: [] }
    const said = TOPICS.map((words, at): Said => ({ person: `p${at}`, words, language: 'nl', at: '2026-11-18' }))
    const drawn = (all: readonly Said[]) => mapOf(all, ports).map(({ topic }) => topic)
    const left = drawn(said.filter(({ person }) => person !== 'p3'))
    assert.deepEqual(
      drawn(said).filter((topic) => !left.includes(topic)),
      [TOPICS[3]],
    )
  })

  it('A40: it is the same no matter who said something, in 500 drawings; in the order of people it would tell', () => {
    const ports = { before: '2026-11-23', analysis: read, isPlain: () => true, rareRoles: [] }
    const naive = (said: readonly Said[]) =>
      said.toSorted((a, b) => (a.person < b.person ? -1 : 1)).map(({ words }) => words)
    const told = { ours: new Set<string>(), naive: new Set<string>() }
    let seed = 1
    for (let drawing = 0; drawing < 500; drawing++) {
      const people = TOPICS.map((_, n) => `p${n}`)
      const said = TOPICS.map((words): Said => {
        seed = (seed * 48_271) % 2_147_483_647
        const [person = ''] = people.splice(seed % people.length, 1)
        return { person, words, language: 'nl', at: '2026-11-18' }
      })
      told.ours.add(JSON.stringify(mapOf(said, ports)))
      told.naive.add(JSON.stringify(naive(said)))
    }
    assert.equal(told.ours.size, 1)
    assert.ok(told.naive.size > 400, `${told.naive.size} lists tell who is who`)
  })
})

const TOPICS = ['schulden', 'parkeren', 'vergunningen', 'toezicht', 'gesprekken', 'belastingen', 'subsidies']
