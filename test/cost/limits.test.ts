import assert from 'node:assert/strict'
import { idleDay } from '../../bench/cost/idle.ts'
import { onPaper, openSite } from '../../bench/cost/site.ts'
import { type Costs, costsOf, weekOfAll } from '../../bench/cost/use-cases.ts'

/** What `npm run bench -- cost` measures in larger towns and over HTTP, on paper and in small ones. */
const PEOPLE = { few: 50, many: 2_000 }
const ANSWERS = ['answer for oneself', 'answer for colleagues', 'answer to the pulse'] as const
/**
 * Where somebody is, who they are, what they chose, what was asked, what they said; a write; and what is given back, or
 * whether there are pulses and whether the names that are looked for are still those of the roster, and what is most like it under a name.
 */
const REQUESTS = { 'answer for oneself': 7, 'answer for colleagues': 11, 'answer to the pulse': 11 }
/** Words for all colleagues are checked first for names, and for whether they stand as a quote: two reads more. */
const UNITS = { 'answer for oneself': 25, 'answer for colleagues': 29, 'answer to the pulse': 25 }
/** What may not grow. In a small town fewer colleagues may know something, so that asking costs less there. */
const FLAT = [...ANSWERS, 'start-up', 'journal of half a year', 'help', 'colleague says yes', 'colleague answers']

describe('cost: what Cosmos DB is asked', () => {
  let few: Costs
  let many: Costs

  before(async () => {
    few = await costsOf(await openSite(onPaper, { towns: 1, people: PEOPLE.few }))
    many = await costsOf(await openSite(onPaper, { towns: 1, people: PEOPLE.many }))
  })

  for (const name of ANSWERS) {
    it(`${name}: at most ${UNITS[name]} request units, and nothing read twice`, () => {
      const { units = 0, requests = 0 } = many[name] ?? {}
      assert.ok(requests > 0 && units <= UNITS[name], `${requests} requests, ${units} request units`)
      assert.ok(requests <= REQUESTS[name], `${requests} requests`)
    })
  }

  it('is the same in a small town and a large one', () => {
    const kindsOf = (costs: Costs) =>
      FLAT.map((name) => {
        const { read: _read, ...writes } = costs[name]?.kinds ?? {}
        return [name, writes]
      })
    assert.deepEqual(kindsOf(many), kindsOf(few))
    // What is found there differs: an item that is shown is read once more, and so is its author.
    const readsOf = (costs: Costs, name: string) => costs[name]?.kinds.read ?? 0
    for (const name of FLAT) assert.ok(Math.abs(readsOf(many, name) - readsOf(few, name)) <= 2, name)
    // A page of a round is as full as chance has it: some kilobytes more or less.
    for (const name of FLAT) assert.ok(Math.abs((many[name]?.units ?? 0) - (few[name]?.units ?? 0)) < 4, name)
  })

  it('reads the whole roster for the first question of a process, and not for the next', () => {
    const [first = 0, next = 0] = ['first ask of a process', 'ask, shown who may know'].map((name) => many[name]?.units)
    assert.ok(first > PEOPLE.many && next < 250, `${first} request units, then ${next}`)
  })

  it('plans a week by waking the sender once', async () => {
    const { planned } = await weekOfAll(await openSite(onPaper, { towns: 1, people: PEOPLE.few }))
    const { read = 0, create = 0, replace = 0 } = planned.kinds
    assert.ok(create + replace <= 12, `${create + replace} writes: the round and its page; the lanes`)
    assert.ok(read <= 3 * PEOPLE.few + 20, `${read} reads: the settings of each, and whether they touched their card`)
  })
})

describe('cost: a day on which nobody does anything', () => {
  it('costs nothing more with twenty municipalities than with none', async () => {
    const none = await idleDay(await openSite(onPaper, { towns: 0, people: 0 }))
    const many = await idleDay(await openSite(onPaper, { towns: 20, people: 20 }))
    assert.ok(none.requests > 2_000, 'somebody looked')
    assert.ok((many.units - none.units) / 20 <= 50, `${many.units} request units with, ${none.units} without`)
  })

  it('is one look every half minute for all of them together', async () => {
    const { requests, kinds } = await idleDay(await openSite(onPaper, { towns: 2, people: 20 }))
    assert.deepEqual(kinds, { query: requests })
    assert.ok(requests <= 24 * 60 * 2 + 1, `${requests} looks`)
  })
})
