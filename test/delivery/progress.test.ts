import assert from 'node:assert/strict'
import { TENANT } from '../house.ts'
import { BRAM, plannedWeek, SANNE } from './weeks.ts'

const WEEK = '2026-W47'
const MONDAY = new Date('2026-11-16T07:30Z')
const DUE = new Date('2026-11-19T14:00Z')
const HUNDRED = Array.from({ length: 100 }, (_, n) => ({ id: `p${n}`, name: `Persoon ${n}` }))

describe('delivery: how an operator sees a round', () => {
  it('says how many it is planned for from beginning to end, and when it ends to a quarter of an hour', async () => {
    let isOpen = false
    const house = await plannedWeek(HUNDRED, {
      at: DUE,
      wire: async () => (isOpen ? { kind: 'accepted', message: 'm' } : { kind: 'not-now', code: '429', laneMs: 10 }),
    })
    const look = async () => (await house.app.steering.progress(TENANT, WEEK)) ?? assert.fail()
    const first = await look()
    assert.deepEqual([first.planned, first.state, first.failed], [100, 'under-way', 0])
    for (const { ends } of [first, await look()]) assert.match(ends ?? '', /T\d\d:(00|15|30|45):00\.000Z$/)
    isOpen = true
    await house.pass(40 * 60_000)
    const { planned, state, ends } = await look()
    assert.deepEqual([planned, state, ends], [100, 'over', undefined])
  })

  it('counts what the policy of Teams refused and what failed, and nothing that a person chose', async () => {
    const answers = {
      sanne: { kind: 'rejected', code: 'BotDisabledByAdmin' },
      bram: { kind: 'waiting', code: 'ConversationBlockedByUser' },
      gone: { kind: 'waiting', code: 'BotNotInConversationRoster' },
      odd: { kind: 'rejected', code: 'a-code-of-tomorrow' },
      broken: { kind: 'unknown', code: 'http-504' },
    } as const
    const others = ['gone', 'odd', 'broken'].map((id) => ({ id, name: id }))
    const house = await plannedWeek([SANNE, BRAM, ...others], {
      at: MONDAY,
      wire: async ({ to, content }) =>
        typeof content === 'string'
          ? { kind: 'unknown', code: 'http-504' }
          : (answers[to as keyof typeof answers] ?? { kind: 'accepted', message: 'm' }),
    })
    await house.until('2026-11-20T12:00Z')
    const { planned, refusals, failed } = (await house.app.steering.progress(TENANT, WEEK)) ?? assert.fail()
    assert.deepEqual({ planned, refusals, failed }, { planned: 5, refusals: { BotDisabledByAdmin: 1 }, failed: 2 })
  })

  it('expects no end while all is stopped, and none before the last moment of anybody', async () => {
    const house = await plannedWeek([SANNE, BRAM], { at: MONDAY })
    await house.say('bram', 'vraag op vrijdag 14:00')
    const before = await house.app.steering.progress(TENANT, WEEK)
    assert.deepEqual([before?.state, before?.ends], ['waits', '2026-11-20T13:00:00.000Z'])
    await house.app.steering.stop(TENANT)
    const stopped = await house.app.steering.progress(TENANT, WEEK)
    assert.deepEqual([stopped?.halted, stopped?.ends], [true, undefined])
    assert.equal(await house.app.steering.progress(TENANT, '2026-W01'), undefined)
  })
})
