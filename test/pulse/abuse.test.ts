import assert from 'node:assert/strict'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Doc } from '../../services/core/ports.ts'
import { pulseCollections } from '../../services/pulse/collections.ts'
import { interrupted } from '../delivery/interrupted.ts'
import { type House, read, TENANT } from '../house.ts'
import { answered } from '../reflection/answers.ts'
import { answering, CLOSED, FRIDAY, openTown, PUBLISHED, pulsesOf, QUOTES, quote, staff, tick } from './town.ts'

/** A town that counts what its store is asked, and keeps what was written. */
async function watched() {
  const written: { collection: string; doc: Doc }[] = []
  const asked = { times: 0 }
  const store = interrupted(memoryStore({ clock: { now: () => FRIDAY }, random: systemRandom }), {
    before(collection, verb, first) {
      asked.times++
      if (verb === 'put') written.push({ collection, doc: first as Doc })
    },
  })
  return { house: await openTown({ store }), written, asked }
}

async function published(house: House): Promise<House> {
  await house.until(PUBLISHED)
  await house.settle()
  return house
}

/** What is in the store of all pulses, but for the mark of this very writing. */
const bytesOf = async (house: House) => JSON.stringify((await pulsesOf(house)).map(({ etag: _, ...pulse }) => pulse))

const exportOf = async (house: House, person: string) => {
  const ticket = /export\/([^/]+)\/leermoment\.json/.exec(read(await house.say(person, 'exporteer')))?.[1] ?? ''
  return JSON.stringify((await house.app.exported(ticket))?.everything)
}

/** An author of a quote, two who ticked, and one who said nothing. */
const ERASED = ['jeugd-00', 'jeugd-05', 'jeugd-22', 'wmo-00']

describe('pulse: abuse cases', () => {
  it('A10: erasing somebody after publication changes not one byte of a pulse, no matter who it was', async () => {
    const house = await openTown()
    await answering(house)
    await published(house)
    const before = await bytesOf(house)
    for (const person of ERASED) await house.app.forget(TENANT, person)
    assert.equal(await bytesOf(house), before)
    // The control: erased before it, they do change what comes.
    const other = await openTown()
    await answering(other)
    for (const person of ERASED) await other.app.forget(TENANT, person)
    await published(other)
    assert.notEqual(await bytesOf(other), before)
  })

  it('A10, A38: a quote that was taken back in time leaves what would be there without it', async () => {
    const [one, other] = [await openTown(), await openTown()]
    for (const house of [one, other]) await answering(house)
    await tick(other, ['jeugd-20'], 'collega')
    await quote(one, 'jeugd-20', 'Dit neem ik terug.')
    await one.until(CLOSED)
    await one.say('jeugd-20', 'alleen voor mij')
    for (const house of [one, other]) await published(house)
    const shown = async (house: House) =>
      (await pulsesOf(house)).map(({ figures, quotes, state }) => ({
        figures,
        state,
        quotes: quotes.map(({ text }) => text).sort(),
      }))
    assert.deepEqual(await shown(one), await shown(other))
  })

  it('A23: a pulse that did not come has one size and one number of requests, however many answered', async () => {
    const seen = await Promise.all(
      [0, 4, 10, 11].map(async (people) => {
        const { house, asked } = await watched()
        await tick(house, staff('wmo', people))
        await published(house)
        asked.times = 0
        const card = JSON.stringify(await house.say('ruud', 'leerpuls'))
        return { card, times: asked.times, sent: house.sentTo('ruud').map((one) => JSON.stringify(one)) }
      }),
    )
    assert.match(seen[0]?.card ?? '', /Over deze weken is er geen leerpuls/)
    const enough = seen.pop()
    for (const one of seen) assert.deepEqual(one, seen[0])
    // The control: with one more it comes, and is seen.
    assert.notEqual(enough?.card, seen[0]?.card)
  })

  it('A25, A40: what is asked of colleagues, and what lists are made of it, has no part in a pulse; nor the other way', async () => {
    const [one, other] = [await openTown(), await watched()]
    for (const house of [one, other.house]) await answering(house)
    for (const person of staff('jeugd', 8).slice(3)) {
      await other.house.say(person, 'wie weet iets van regels die knellen bij contact met inwoners?')
      await other.house.say(person, 'vraag het')
    }
    const figures = async (house: House) => (await pulsesOf(await published(house))).map((pulse) => pulse.figures)
    const untouched = await figures(one)
    assert.deepEqual(await figures(other.house), untouched)
    // The control: had others answered their question, and not only asked one, it would have been told.
    const control = await openTown()
    await answering(control)
    await tick(control, staff('wmo', 12).slice(4))
    assert.notDeepEqual(await figures(control), untouched)
    const lists = other.written.filter(({ collection }) => ['gaps', 'evidence', 'knowledge'].includes(collection))
    assert.doesNotMatch(JSON.stringify(lists), /Iets van|Bel eerst|"how"|"needs"/)
  })

  it('A27: an export holds no more of a pulse than its owner gave: no quote of others, no figure, nothing withheld', async () => {
    const house = await openTown()
    await answering(house)
    await published(house)
    for (const person of ['petra', 'ruud', 'baas', 'jeugd-05'])
      assert.doesNotMatch(
        await exportOf(house, person),
        new RegExp(`${QUOTES.join('|')}|de helft of meer|genoemd|withheld`),
        person,
      )
    const own = await exportOf(house, 'jeugd-00')
    assert.ok(own.includes(QUOTES[0] ?? '') && !own.includes(QUOTES[1] ?? ''))
  })

  it('A29: no role and no verb leads to a pulse that is not yours', async () => {
    const house = await openTown()
    const roles = ['hr', 'admin', 'works-council'] as const
    for (const role of roles)
      await house.employ({ id: role, name: `De ${role}`, unit: ['Gemeente'], managers: ['baas'], roles: [role] })
    await answering(house)
    await published(house)
    const [pulse] = (await pulsesOf(house)).filter(({ state }) => state === 'published')
    assert.ok(pulse && read(await house.say('petra', 'leerpuls')).includes(QUOTES[0] ?? ''), 'the control')
    const verbs = house.app.features.flatMap(({ pressed = {} }) => Object.keys(pressed))
    assert.ok(verbs.length > 60)
    const commands = house.app.features.flatMap(({ said = {} }) => Object.keys(said))
    for (const person of [...roles, 'ruud', 'baas', 'wmo-00']) {
      const cards = [
        ...(await Promise.all(
          verbs.map((verb) =>
            house.send(person, verb, { pulse: pulse.id, decision: `${pulse.id}.1`, report: pulse.id, item: pulse.id }),
          ),
        )),
        ...(await Promise.all(
          commands
            .filter((one) => !/verwijder|delete/.test(one))
            .map((one) => house.say(person, one.replace('*', pulse.id))),
        )),
      ]
      assert.doesNotMatch(JSON.stringify(cards), new RegExp(QUOTES.join('|')), person)
    }
  })

  it('A29, A39: a holder of lines, pulses, quotes and logs finds no person, time or order in them', async () => {
    const { house, written } = await watched()
    await answering(house)
    for (const [place, person] of staff('jeugd', 16).slice(10).entries()) {
      await house.pass(place * 1000)
      await answered(house, person, `Iets van ${person}`, { how: 'werk' })
    }
    await published(house)
    const lines = written.filter(({ collection }) => collection === 'contributions').map(({ doc }) => doc)
    assert.ok(lines.length > 15)
    assert.equal(new Set(lines.map(({ expires }) => expires)).size, 1)
    for (const one of lines)
      assert.deepEqual(
        Object.keys(one)
          .filter((key) => key !== 'etag' && key !== 'version')
          .sort(),
        ['block', 'expires', 'how', 'id', 'needs', 'tenant', 'topics', 'window'],
      )
    const waiting = written.filter(({ collection }) => collection === 'waitingQuotes').map(({ doc }) => doc)
    assert.ok(waiting.length > 0 && new Set(waiting.map(({ expires }) => expires)).size === 1)
    assert.doesNotMatch(JSON.stringify([lines, waiting]), /jeugd-|wmo-|T\d\d:\d\d:\d\d\.[1-9]/)
    // The control: what lies with people themselves has both.
    const own = JSON.stringify(written.filter(({ collection }) => collection === 'moments'))
    assert.match(own, /jeugd-/)
    assert.match(own, /T\d\d:\d\d:\d\d/)
    assert.doesNotMatch(house.logged.join(), /jeugd-|wmo-|Bel eerst/)
  })
})

describe('pulse: the end of a year and the changes of the clock', function () {
  this.timeout(120_000)

  /** The window that opened in this week, with how many lines it has at its close. */
  async function linesOf(house: House, window: string): Promise<number> {
    const { contributions } = pulseCollections(house.store)
    return (await contributions.find({ tenant: TENANT }, { index: 'window', equals: window, limit: 100 })).items.length
  }

  it('A30: what is said in the 53rd week of 2026 is in the window that ends with it, and comes in 2027', async () => {
    const house = await openTown()
    await house.until('2026-12-03T09:00Z')
    await house.app.pulse.course.confirm(TENANT)
    await house.until('2027-01-03T22:30Z')
    await tick(house, staff('jeugd', 12))
    await house.until('2027-01-03T23:30Z')
    await tick(house, staff('jeugd', 14).slice(12))
    assert.equal(await linesOf(house, '2026-W50'), 12)
    await house.until('2027-01-05T12:00Z')
    assert.match(read(await house.say('petra', 'leerpuls')), /7 december tot en met 3 januari/)
    assert.match(read(await house.say('petra', 'leerpuls')), /leerde in het werk/)
  })

  it('A30: an hour before and an hour after the window that ends with summer time are two windows', async () => {
    const house = await openTown()
    await house.until('2027-02-25T09:00Z')
    await house.app.pulse.course.confirm(TENANT)
    await house.until('2027-03-28T21:30Z')
    await tick(house, staff('jeugd', 12))
    await house.until('2027-03-28T22:30Z')
    await tick(house, staff('jeugd', 15).slice(12))
    assert.equal(await linesOf(house, '2027-W09'), 12)
    await house.until('2027-03-30T12:00Z')
    assert.match(read(await house.say('petra', 'leerpuls')), /1 maart tot en met 28 maart/)
  })
})
