import assert from 'node:assert/strict'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { dying, interrupted, KILLED } from '../delivery/interrupted.ts'
import { House, ROSTER, read, TENANT, WEDNESDAY } from '../house.ts'

const PLACES = ['proposals', 'deliveries', 'agenda']
const PROPOSE = 'stel een vraag voor: Wat durfde je deze week?'
const REASON = 'We vragen dit in maart.'

interface Act {
  before(house: House): Promise<void>
  act(house: House): Promise<unknown>
}

/** Done in a process that dies at this place, and never done again: another process goes on. */
async function killedAt({ before, act }: Act, place: number) {
  const store = memoryStore({ clock: { now: () => WEDNESDAY }, random: systemRandom })
  const house = await House.open({ store, roster: ROSTER })
  await before(house)
  await house.settle()
  const short = dying(store, PLACES, place)
  const first = new House({ store: short.store, at: house.now })
  await act(first).catch(() => {})
  if (!short.isDead()) await first.settle().catch((error) => assert.equal(error, KILLED))
  const second = new House({ store, at: house.now })
  await second.pass(8 * 3_600_000)
  const sent = [...house.sent, ...first.sent, ...second.sent]
  const [proposal] = (
    await store
      .collection<{ tenant: string; id: string; state: string }>({
        name: 'proposals',
        owner: 'tenant',
        indexes: { all: ({ id }) => id },
        lives: { untilRemoved: 'a test' },
      })
      .find({ tenant: TENANT }, { index: 'all', limit: 9 })
  ).items
  /** By one card, or where nobody knows whether it came by a line of text, and never by two. */
  const heard = (person: string, words: RegExp) => {
    const own = sent.filter(({ to }) => to === person).map(({ content }) => content)
    const cards = own.filter((content) => typeof content !== 'string' && words.test(read(content))).length
    return cards > 1 ? 'twice' : cards === 1 || own.some((content) => typeof content === 'string') ? 'once' : 'never'
  }
  return { died: short.isDead(), proposal, heard }
}

describe('a proposal: a process killed wherever it waits for the store, and nobody tries again', function () {
  this.timeout(120_000)

  it('what was kept of a proposal is told to HR, once', async () => {
    const ends = { none: 0, told: 0 }
    const act = { before: async () => {}, act: (house: House) => house.say('sanne', PROPOSE) }
    for (let place = 0; ; place++) {
      const { died, proposal, heard } = await killedAt(act, place)
      assert.equal(heard('hilde', /Wat durfde je/), proposal ? 'once' : 'never', `place ${place}`)
      ends[proposal ? 'told' : 'none'] += 1
      if (!died) break
    }
    assert.ok(ends.none > 0 && ends.told > 4, JSON.stringify(ends))
  })

  it('and what HR answered is told once, to the person who proposed it', async () => {
    const ends = { open: 0, taken: 0 }
    const act = {
      before: async (house: House) => void (await house.say('sanne', PROPOSE)),
      act: async (house: House) =>
        house.press('hilde', await house.say('hilde', 'voorstellen'), 'Stuur antwoord', {
          decision: 'taken',
          reason: REASON,
        }),
    }
    for (let place = 0; ; place++) {
      const { died, proposal, heard } = await killedAt(act, place)
      const state = proposal?.state === 'taken' ? 'taken' : 'open'
      assert.equal(heard('sanne', /We vragen dit in maart/), state === 'taken' ? 'once' : 'never', `place ${place}`)
      ends[state] += 1
      if (!died) break
    }
    assert.ok(ends.open > 0 && ends.taken > 3, JSON.stringify(ends))
  })
})

describe('a proposal: taken back while HR answers', () => {
  it('is answered or gone, and both hear the same', async () => {
    let meanwhile: (() => Promise<unknown>) | undefined
    const kept = memoryStore({ clock: { now: () => WEDNESDAY }, random: systemRandom })
    const store = interrupted(kept, {
      async before(collection, verb) {
        if (collection !== 'proposals' || verb !== 'remove' || !meanwhile) return
        const act = meanwhile
        meanwhile = undefined
        await act()
      },
    })
    const house = await House.open({ store })
    const mine = await house.say('sanne', PROPOSE)
    const theirs = await house.say('hilde', 'voorstellen')
    meanwhile = () => house.press('hilde', theirs, 'Stuur antwoord', { decision: 'taken', reason: REASON })
    const told = read(await house.press('sanne', mine, 'Trek in'))
    await house.settle()
    assert.equal(meanwhile, undefined)
    const news = house.sentTo('sanne').filter((card) => read(card).includes(REASON))
    const [one] = (await house.app.proposals.of({ tenant: TENANT, person: 'sanne' })) ?? []
    assert.deepEqual([one?.state, news.length], ['taken', 1])
    assert.doesNotMatch(told, /[Ii]ngetrokken|[Tt]eruggenomen/)
  })
})
