import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { Card } from '../../cards/kit/card.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Doc } from '../../services/core/ports.ts'
import { interrupted } from '../delivery/interrupted.ts'
import { type House, read, TENANT } from '../house.ts'
import { answering, CLOSED, FRIDAY, openTown, PUBLISHED, QUOTES, quote, staff } from './town.ts'

/** Stands in every object id of this municipality, and in nothing else. */
const MARK = '5ec7e700'
/** Stands in the name of everybody but the managers. */
const NAME = 'Medewerker'
/** Where people themselves are kept, by their object ids. */
const ROSTER = ['people']

const idOf = (handle: string) =>
  `${MARK}-0000-4000-8000-${createHash('sha256').update(handle).digest('hex').slice(0, 12)}`

const DECIDED = { decision: 'doen', reason: 'Vanaf januari doen we dat.', owner: 'Ruud Willems', hears: '12 januari' }

/** A quote is reported, and put back by the works council, which then pauses and resumes the pulse. */
async function reporting(house: House, by: string): Promise<void> {
  const olga = idOf('olga')
  await house.employ({ id: olga, name: 'Olga Raad', unit: ['Gemeente'], roles: ['works-council'] })
  await house.app.pulse.policies.choose(TENANT, { decides: 'works-council' })
  await house.press(by, await house.say(by, 'meld dit'), 'Meld en verberg')
  await house.settle()
  await house.press(olga, await house.say(olga, 'meldingen'), 'Zet terug')
  for (const words of ['leg de leerpuls stil', 'start de leerpuls weer']) await house.say(olga, words)
  await house.settle()
}

/** A whole window, with its answer, and everything that anybody was shown or that was ever written. */
async function wholeLoop() {
  const written: { collection: string; doc: Doc }[] = []
  const store = interrupted(memoryStore({ clock: { now: () => FRIDAY }, random: systemRandom }), {
    before(collection, verb, first) {
      if (verb === 'put') written.push({ collection, doc: first as Doc })
    },
  })
  const house = await openTown({ store }, idOf)
  const shown: { to: string; card: Card }[] = []
  const { dispatch } = house.app
  house.app.dispatch = async (turn) => {
    const reply = await dispatch(turn)
    if (reply) shown.push({ to: turn.person, card: reply.card })
    return reply
  }
  await answering(house, idOf)
  await quote(house, idOf('jeugd-19'), 'Schrijf de brief korter.')
  for (const [place, one] of staff('jeugd', 14).slice(3).map(idOf).entries())
    await house.say(one, place < 6 ? 'kies meer tijd, een regel die weg kan' : 'kies zelf mogen beslissen')
  await house.until(CLOSED)
  await house.say(idOf('jeugd-02'), 'alleen voor mij')
  await house.say(idOf('jeugd-02'), 'zet dit in de leerpuls')
  await house.until(PUBLISHED)
  const petra = idOf('petra')
  await reporting(house, petra)
  let card = await house.press(petra, await house.say(petra, 'leerpuls'), 'Geef antwoord')
  while (card.actions.some(({ title }) => title === 'Verder')) card = await house.press(petra, card, 'Verder', DECIDED)
  await house.press(petra, card, 'Verstuur naar je team')
  await house.settle()
  for (const one of staff('jeugd', 12).map(idOf)) await house.say(one, 'ik herken dit')
  await house.until('2027-02-10T12:00Z')
  for (const { to, content } of house.sent) if (typeof content !== 'string') shown.push({ to, card: content })
  return { house, shown, written }
}

const exportOf = async (house: House, person: string) => {
  const card = read(await house.say(person, 'exporteer'))
  const ticket = /export\/([^/]+)\/leermoment\.json/.exec(card)?.[1] ?? assert.fail()
  return JSON.stringify((await house.app.exported(ticket))?.everything)
}

describe('pulse: case A22, planted object ids and names', () => {
  let loop: Awaited<ReturnType<typeof wholeLoop>>
  before(async () => {
    loop = await wholeLoop()
  })

  it('stand on no card: of a pulse, a point, a decision or what came of it', () => {
    const words = loop.shown.map(({ card }) => read(card))
    for (const passed of [
      /Leerpuls van/,
      /punt 1 van/,
      /Voorbeeld ·/,
      /Dit zeiden jullie/,
      /Herkennen zij/,
      /er geen leerpuls/,
      /Mag dit blijven staan/,
      /Wat je meldde is teruggezet/,
    ])
      assert.ok(
        words.some((one) => passed.test(one)),
        String(passed),
      )
    for (const { card } of loop.shown) {
      assert.doesNotMatch(JSON.stringify(card), new RegExp(MARK))
      // What somebody wrote for themselves has their own name in it; nobody else is shown it.
      if (/Leerpuls van|zeiden jullie|punt 1|Herkennen/.test(read(card)))
        assert.doesNotMatch(read(card), new RegExp(NAME))
    }
  })

  it('stand in no document but the roster and what is a person’s own, nor in the id of one', () => {
    const outside = loop.written.filter(({ doc, collection }) => !doc.person && !ROSTER.includes(collection))
    const kinds = new Set(outside.map(({ collection }) => collection))
    for (const kind of [
      'windows',
      'pulses',
      'contributions',
      'waitingQuotes',
      'responses',
      'decisions',
      'reports',
      'policies',
    ])
      assert.ok(kinds.has(kind), kind)
    const pages = ['pages', 'knowledge', 'evidence']
    for (const { collection, doc } of outside) {
      assert.doesNotMatch(doc.id, new RegExp(`${MARK}|${NAME}`), collection)
      if (!pages.includes(collection))
        assert.doesNotMatch(JSON.stringify(doc), new RegExp(`${MARK}|${NAME}`), collection)
    }
  })

  it('and no document of a person’s own holds a quote together with the pulse it was in', () => {
    const own = loop.written.filter(({ doc, collection }) => doc.person && collection !== 'moments')
    assert.ok(own.some(({ collection }) => collection === 'quoteTokens'))
    for (const { doc } of own) for (const text of QUOTES) assert.ok(!JSON.stringify(doc).includes(text))
  })

  it('stand in no line of the log, and in nobody else’s export', async () => {
    assert.doesNotMatch(loop.house.logged.join(), new RegExp(`${MARK}|${NAME}`))
    for (const handle of ['jeugd-00', 'petra', 'baas']) {
      const own = (await exportOf(loop.house, idOf(handle))).replaceAll(idOf(handle), '')
      assert.doesNotMatch(own, new RegExp(MARK), handle)
    }
    assert.match(await exportOf(loop.house, idOf('jeugd-00')), /"ratings":\[\{[^\]]*"rating":"ja"/)
  })
})

describe('pulse: a person who is erased', () => {
  it('is in no document any more but the roster and the mark that stops', async () => {
    const held = new Map<string, { collection: string; doc: Doc }>()
    const keyOf = (collection: string, { tenant, person, id }: Doc) => [collection, tenant, person ?? '', id].join('|')
    const store = interrupted(memoryStore({ clock: { now: () => FRIDAY }, random: systemRandom }), {
      after(collection, verb, first) {
        const doc = first as Doc
        if (verb === 'put') held.set(keyOf(collection, doc), { collection, doc })
        if (verb === 'remove') held.delete(keyOf(collection, doc))
      },
    })
    const house = await openTown({ store }, idOf)
    await answering(house, idOf)
    await house.until(CLOSED)
    const [author, reader] = [idOf('jeugd-00'), idOf('petra')]
    const of = (person: string) =>
      [...held.values()].filter(({ doc }) => JSON.stringify(doc).includes(person)).map(({ collection }) => collection)
    assert.ok(of(author).includes('quoteTokens'))
    const count = (name: string) => [...held.values()].filter(({ collection }) => collection === name).length
    assert.deepEqual([count('contributions'), count('waitingQuotes')], [22, 3])
    for (const person of [author, reader]) await house.app.forget(TENANT, person)
    assert.deepEqual([count('contributions'), count('waitingQuotes')], [21, 2])
    // A person who agreed keeps the names they saw: that is theirs.
    const allowed = { [author]: ['people', 'settings'], [reader]: ['people', 'settings', 'moments'] }
    for (const [person, collections] of Object.entries(allowed))
      for (const collection of of(person)) assert.ok(collections.includes(collection), collection)
  })
})
