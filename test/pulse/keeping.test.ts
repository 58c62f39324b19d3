import assert from 'node:assert/strict'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { pulseCollections } from '../../services/pulse/collections.ts'
import { interrupted, KILLED } from '../delivery/interrupted.ts'
import { House, read, TENANT, WEDNESDAY } from '../house.ts'
import { KEEPERS } from '../store/keepers.ts'
import {
  again,
  answering,
  CLOSED,
  FRIDAY,
  LEAST,
  openTown,
  PUBLISHED,
  pulsesOf,
  QUOTES,
  quote,
  WINDOW,
} from './town.ts'

/** What a pulse keeps. */
const MINE = [
  'courses',
  'windows',
  'pulses',
  'contributions',
  'waitingQuotes',
  'quoteTokens',
  'policies',
  'responses',
  'decisions',
  'ratings',
  'tasks',
  'pulseRoles',
]

/** Everything that is kept of a window apart from people's own. */
async function kept(house: House) {
  const { contributions, waiting, windows } = pulseCollections(house.store)
  const [given, window] = await Promise.all([
    contributions.find({ tenant: TENANT }, { index: 'window', equals: WINDOW, limit: 100 }),
    windows.get({ tenant: TENANT, id: WINDOW }),
  ])
  const quotes = await waiting.find({ tenant: TENANT }, { index: 'block', limit: 100 })
  return { given: given.items, quotes: quotes.items, window }
}

for (const [name, open] of Object.entries(KEEPERS)) {
  describe(`pulse: what is kept, in ${name}`, function () {
    this.timeout(120_000)
    let house: House
    let clean: () => Promise<void>

    before(async () => {
      const made = await open({ now: () => house?.now ?? FRIDAY }, MINE)
      clean = made.clean
      house = await openTown({ store: made.store })
      await answering(house)
      await quote(house, 'jeugd-20', 'Dit neem ik terug.')
      await house.until(CLOSED)
    })
    after(() => clean())

    it('at the close: a line for each who counts, under an id of this window, and quotes apart from it', async () => {
      const { given, quotes, window } = await kept(house)
      assert.equal(given.length, 23)
      assert.equal(quotes.length, 4)
      assert.ok(window?.secret)
      const everything = JSON.stringify({ given, window })
      assert.doesNotMatch(everything, /jeugd-|wmo-|petra|Iets van|Bel eerst/)
      assert.doesNotMatch(JSON.stringify(quotes), /jeugd-|petra/)
      assert.ok(quotes.every((one) => !('how' in one)))
    })

    it('between close and publication: a quote that is taken back is gone, and so is all of who is erased', async () => {
      await house.say('jeugd-20', 'alleen voor mij')
      assert.equal((await kept(house)).quotes.length, 3)
      await house.press('jeugd-05', await house.say('jeugd-05', 'verwijder mij'), 'Ja, verwijder alles')
      assert.equal((await kept(house)).given.length, 22)
    })

    it('after publication: the pulse, and no quote that waits', async () => {
      await house.until(PUBLISHED)
      const [pulse] = (await pulsesOf(house)).filter(({ state }) => state === 'published')
      assert.deepEqual(pulse?.quotes.map(({ text }) => text).sort(), [...QUOTES].sort())
      assert.equal((await kept(house)).quotes.length, 0)
      assert.doesNotMatch(JSON.stringify(await pulsesOf(house)), /jeugd-|wmo-|petra|ruud/)
    })

    it('a week after the close: neither the lines nor what could name them', async () => {
      await house.until('2026-12-14T01:00Z')
      const { given, window } = await kept(house)
      assert.deepEqual([given.length, window?.secret, window?.state], [0, undefined, 'ended'])
    })

    it('after eight weeks: the words in general, and no quote', async () => {
      await house.until('2027-02-02T12:00Z')
      const pulses = await pulsesOf(house)
      assert.ok(pulses.some(({ state }) => state === 'published'))
      assert.ok(pulses.every(({ quotes }) => quotes.length === 0))
    })
  })
}

/** What readers got, and what is left to wait. */
async function outcome(house: House) {
  await house.until('2026-12-09T12:00Z')
  const pulses = (await pulsesOf(house)).map(({ name, state, figures, quotes }) => ({
    name,
    state,
    figures,
    quotes: quotes.map(({ text }) => text).sort(),
  }))
  const cards = house.sentTo('petra').filter((card) => /Leerpuls van/.test(read(card))).length
  return { pulses, cards, waiting: (await kept(house)).quotes.length, given: (await kept(house)).given.length }
}

describe('pulse: killed between any two writes', function () {
  this.timeout(120_000)

  /** A town at the end of its window, in which the process that publishes ends after so many writes. */
  async function killedAfter(writes: number) {
    let now = WEDNESDAY
    const store = memoryStore({ clock: { now: () => now }, random: systemRandom })
    const house = await openTown({ store })
    await answering(house)
    // A day later than its moment, so that close and publication come together.
    now = new Date(PUBLISHED)
    house.now = now
    let left = writes
    const dying = interrupted(store, {
      before(collection, verb) {
        const isWrite = verb === 'put' || verb === 'remove'
        if (isWrite && [...MINE, 'deliveries'].includes(collection) && left-- <= 0) throw KILLED
      },
    })
    const one = new House({ store: dying, at: now, draws: LEAST })
    const died = await one.app.pulse.course.upToDate(TENANT).then(
      () => false,
      (error) => error === KILLED || Promise.reject(error),
    )
    return { died, store, now }
  }

  it('comes to the same as when it was not', async () => {
    const whole = await killedAfter(Number.POSITIVE_INFINITY)
    assert.equal(whole.died, false)
    const wanted = await outcome(new House({ store: whole.store, at: whole.now, draws: LEAST }))
    assert.equal(wanted.cards, 1)
    assert.equal(wanted.pulses.filter(({ state }) => state === 'published').length, 1)
    let killed = 0
    for (let writes = 0; ; writes++) {
      const { died, store, now } = await killedAfter(writes)
      const house = new House({ store, at: now, draws: LEAST })
      if (died) killed++
      assert.deepEqual(await outcome(house), wanted, `killed before write ${writes + 1}`)
      if (!died) break
    }
    assert.ok(killed > 25, `it was killed ${killed} times`)
  })

  it('and two processes at once make one pulse', async () => {
    const house = await openTown()
    await answering(house)
    house.now = new Date(PUBLISHED)
    const other = again(house)
    await Promise.all([house, other].map((one) => one.app.pulse.course.upToDate(TENANT)))
    await Promise.all([house.settle(), other.settle()])
    const cards = [...house.sentTo('petra'), ...other.sentTo('petra')]
    assert.equal(cards.filter((card) => /Leerpuls van/.test(read(card))).length, 1)
    assert.equal((await kept(house)).given.length, 22)
    const [pulse] = (await pulsesOf(house)).filter(({ state }) => state === 'published')
    assert.equal(pulse?.quotes.length, 3)
  })
})
