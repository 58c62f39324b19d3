import assert from 'node:assert/strict'
import { systemRandom } from '../../../services/adapters/system/random.ts'
import type { Store } from '../../../services/core/ports.ts'
import { deliveries } from '../../../services/delivery/deliveries/delivery.ts'
import { answerCollections } from '../../../services/pulse/answer/collections.ts'
import { dying, KILLED } from '../../delivery/interrupted.ts'
import { House, read, TENANT } from '../../house.ts'
import { KEEPERS, type Open } from '../../store/keepers.ts'
import { answering, LEAST, openTown, PUBLISHED, staff } from '../town.ts'
import { DOEN, REPLY, ticking } from './answers.ts'

/** Where the answer to a pulse waits for the store. */
const PLACES = ['responses', 'decisions', 'tasks', 'deliveries', 'agenda']
const PASS = { decision: 'doorgeven', reason: 'Over het rooster gaat Ruud, niet ik.', owner: 'Ruud Willems' }

/** A preview of which one point is passed on and the other has an owner, and the moment it is sent. */
async function answeredTown(open: Open) {
  let now = new Date()
  const { store, clean } = await open({ now: () => now })
  const house = await openTown({ store })
  await answering(house)
  await ticking(house)
  await house.until(PUBLISHED)
  const first = await house.press('petra', await house.say('petra', 'leerpuls'), 'Geef antwoord')
  const point = await house.press('petra', first, 'Verder', { reason: REPLY })
  const preview = await house.press('petra', await house.press('petra', point, 'Verder', PASS), 'Verder', DOEN)
  now = house.now
  return { store, preview, now, clean }
}

/** Sent by a process that is killed, pressed once more on another that goes on. */
async function killedAt(open: Open, place: number) {
  const { store, preview, now, clean } = await answeredTown(open)
  const short = dying(store, PLACES, place)
  const first = new House({ store: short.store, at: now, draws: LEAST })
  await first.press('petra', preview, 'Verstuur naar je team').catch(() => {})
  if (!short.isDead()) await first.settle().catch((error) => assert.equal(error, KILLED))
  const died = short.isDead()
  const second = new House({ store, at: now, draws: LEAST })
  await second.press('petra', preview, 'Verstuur naar je team')
  await second.until('2026-12-10T09:00Z')
  const sent = [...first.sent, ...second.sent]
  const got = (person: string, words: RegExp) => {
    const own = sent.filter(({ to }) => to === person).map(({ content }) => content)
    const cards = own.filter((content) => typeof content !== 'string' && words.test(read(content))).length
    return { cards, lines: own.filter((content) => typeof content === 'string').length }
  }
  const all = [
    ...staff('jeugd').map((person) => got(person, /Dit zeiden jullie/)),
    got('ruud', /vraagt of jij een punt overneemt/),
    got('karin', /noemt jou als wie dit oppakt/),
  ]
  await clean()
  return {
    died,
    lost: all.filter(({ cards, lines }) => cards + lines === 0).length,
    twice: all.filter(({ cards }) => cards > 1).length,
  }
}

describe('response: a process killed wherever it waits for the store', function () {
  this.timeout(240_000)

  for (const [name, open] of Object.entries({ memory: KEEPERS.memory, SQLite: KEEPERS.SQLite })) {
    it(`loses nobody and tells nobody twice, in ${name}`, async () => {
      let killed = 0
      // One place in five in memory, and fewer on a disk, where each takes longer. All of them were tried by hand.
      for (let place = 0; ; place += name === 'memory' ? 5 : 40) {
        const { died, lost, twice } = await killedAt(open, place)
        assert.deepEqual({ lost, twice }, { lost: 0, twice: 0 }, `killed at place ${place + 1}`)
        if (!died) break
        killed++
      }
      assert.ok(killed > (name === 'memory' ? 30 : 3), `it was killed ${killed} times`)
    })
  }

  it('and where nobody presses again, a decision that was written reaches all of its block, and one that was not nobody', async () => {
    const ends = { written: 0, not: 0 }
    for (let place = 0; place < 40; place++) {
      const { store, preview, now, clean } = await answeredTown(KEEPERS.memory)
      const short = dying(store, ['responses', 'decisions', 'agenda'], place)
      const first = new House({ store: short.store, at: now, draws: LEAST })
      await first.press('petra', preview, 'Verstuur naar je team').catch(() => {})
      const died = short.isDead()
      const second = new House({ store, at: now, draws: LEAST })
      await second.until('2026-12-10T09:00Z')
      const { items } = await answerCollections(store).decisions.find({ tenant: TENANT }, { index: 'window', limit: 9 })
      const heard = staff('jeugd').map((person) => {
        const own = second.sent.filter(({ to }) => to === person).map(({ content }) => content)
        return own.filter((content) => typeof content !== 'string' && /Dit zeiden jullie/.test(read(content))).length
      })
      assert.deepEqual([...new Set(heard)], [items.length], `place ${place}`)
      ends[items.length === 1 ? 'written' : 'not'] += 1
      await clean()
      if (!died) break
    }
    assert.ok(ends.written > 3 && ends.not > 1, JSON.stringify(ends))
  })

  /** The usual ways: note first and then tell, or tell under a new id each time. */
  async function naive(way: 'noted-first' | 'told-first', place: number) {
    const { store, clean } = await KEEPERS.memory({ now: () => new Date() })
    const people = staff('jeugd', 6)
    const run = async (kept: Store) => {
      const notes = kept.collection<{ tenant: string; id: string; etag?: string }>({
        name: 'responses',
        owner: 'tenant',
        indexes: {},
        lives: { untilRemoved: 'a test' },
      })
      if (await notes.get({ tenant: TENANT, id: 'told' })) return
      const note = () => notes.put({ tenant: TENANT, id: 'told' })
      if (way === 'noted-first') await note()
      for (const person of people)
        await deliveries(kept).put({
          tenant: TENANT,
          person,
          id: systemRandom.id(),
          feature: 'pulse',
          about: {},
          nudge: true,
          due: new Date().toISOString(),
          state: 'planned',
        })
      if (way === 'told-first') await note()
    }
    const short = dying(store, PLACES, place)
    await run(short.store).catch(() => {})
    await run(store)
    const counts = await Promise.all(
      people.map(
        async (person) =>
          (await deliveries(store).find({ tenant: TENANT, person }, { index: 'all', limit: 9 })).items.length,
      ),
    )
    await clean()
    return { lost: counts.filter((one) => one === 0).length, twice: counts.filter((one) => one > 1).length }
  }

  it('and the usual ways do, at the same places', async () => {
    const total = { lost: 0, twice: 0 }
    for (let place = 0; place < 16; place++) {
      total.lost += (await naive('noted-first', place)).lost
      total.twice += (await naive('told-first', place)).twice
    }
    assert.ok(total.lost > 10 && total.twice > 10, JSON.stringify(total))
  })
})
