import assert from 'node:assert/strict'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { seededRandom } from '../../services/adapters/system/seeded-random.ts'
import { instant, later } from '../../services/core/time.ts'
import {
  checkedRules,
  entering,
  type Followed,
  followingJob,
  type Rules,
} from '../../services/follow-through/follow-through.ts'

type State = 'a' | 'b' | 'c' | 'ended'
interface Thing extends Followed<State> {
  at: string
}
type Named = Exclude<State, 'ended'>

const DAY = 86_400_000
const START = new Date('2026-11-30T08:00:00.000Z')
const STATES: Named[] = ['a', 'b', 'c']

/** Rules in which each state asks and goes on after so many days; `silence` says where to. */
const rulesOf = (of: (state: Named) => { asks: number; ends: number; silence: State }): Rules<State, Thing> => {
  const open = (state: Named): Rules<State, Thing>[State] => {
    const { asks, ends, silence } = of(state)
    const on = (count: number) => (item: Thing) => later(new Date(item.at), count * DAY)
    return { to: [silence], asks: on(asks), ends: on(ends), silence }
  }
  return { a: open('a'), b: open('b'), c: open('c'), ended: 'ended' }
}

const inTurn = rulesOf((state) => {
  const place = STATES.indexOf(state)
  return { asks: 10 * place + 5, ends: 10 * place + 10, silence: STATES[place + 1] ?? 'ended' }
})

/** So many things that are followed, while asking fails and the process ends at random. */
async function lived(seed: number, count: number) {
  const random = seededRandom(seed)
  const chance = () =>
    Number.parseInt(
      random
        .id()
        .slice(0, 6)
        .replace(/[^0-9a-f]/g, '0') || '0',
      16,
    ) / 0xffffff
  let now = START
  const store = memoryStore({ clock: { now: () => now }, random })
  const kept = store.collection<Thing>({
    name: 'things',
    owner: 'person',
    indexes: { looks: ({ looks }) => looks },
    lives: { untilRemoved: 'a test' },
  })
  for (let n = 0; n < count; n++)
    await kept.put(
      entering(
        inTurn,
        {
          tenant: 't',
          person: `p${n}`,
          id: 'one',
          state: 'a',
          at: instant(later(START, Math.floor(chance() * 9) * DAY)),
        },
        'a',
      ),
    )
  const asked = new Map<string, number>()
  const signal = new AbortController().signal
  let breaks = true
  const job = followingJob<State, Thing>({
    name: 'things',
    kept,
    rules: inTurn,
    clock: { now: () => now },
    async ask({ person, state }) {
      if (breaks && chance() < 0.2) throw new Error('it broke off before')
      asked.set(`${person} ${state}`, (asked.get(`${person} ${state}`) ?? 0) + 1)
      if (breaks && chance() < 0.2) throw new Error('it broke off after')
    },
  })
  for (let day = 0; day < 60; day++) {
    now = later(START, day * DAY)
    breaks = true
    for (let tries = 0; tries < 20; tries++) {
      breaks = tries < 19
      if (
        await job.run('t', signal).then(
          () => true,
          () => false,
        )
      )
        break
    }
  }
  const all = await kept.find({ tenant: 't' }, { index: 'looks', limit: 100 })
  return { asked, rests: all.items.length, next: await job.run('t', signal) }
}

describe('what is followed until it ends', () => {
  it('asks in every state, goes on without a word, and rests nowhere, wherever it is broken off', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { asked, rests, next } = await lived(seed, 12)
      assert.equal(rests, 0, `seed ${seed}`)
      assert.equal(next, undefined)
      for (let n = 0; n < 12; n++)
        for (const state of STATES)
          assert.ok((asked.get(`p${n} ${state}`) ?? 0) >= 1, `p${n} in ${state}, seed ${seed}`)
    }
  })

  it('refuses rules in which something rests for ever, or has no way out', () => {
    checkedRules(inTurn)
    const round = rulesOf((state) => ({ asks: 1, ends: 2, silence: state === 'a' ? 'b' : 'a' }))
    assert.throws(() => checkedRules(round), /rests for ever/)
    const { c } = inTurn
    if (c === 'ended') assert.fail()
    assert.throws(() => checkedRules({ ...inTurn, c: { ...c, to: [] } }), /has no way out/)
    assert.throws(() => checkedRules({ ...inTurn, c: { ...c, to: ['a'] } }), /does not lead to what silence makes/)
  })

  it('refuses a change to a state that the present one does not lead to', () => {
    const thing: Thing = { tenant: 't', person: 'p', id: 'one', state: 'a', at: instant(START) }
    assert.equal(entering(inTurn, thing, 'b').state, 'b')
    assert.throws(() => entering(inTurn, thing, 'c'), /a does not lead to c/)
    assert.throws(() => entering(inTurn, { ...thing, state: 'ended' }, 'a'), /ended does not lead to a/)
  })
})
