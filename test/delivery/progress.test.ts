import assert from 'node:assert/strict'
import { TENANT } from '../house.ts'
import { BRAM, plannedWeek, SANNE } from './weeks.ts'

const WEEK = '2026-W47'
const DUE = new Date('2026-11-19T14:00Z')
const HUNDRED = Array.from({ length: 100 }, (_, n) => ({ id: `p${n}`, name: `Persoon ${n}` }))

describe('delivery: how an operator sees a round', () => {
  it('shows how fast it goes between two looks, and by that when it ends', async () => {
    let left = 0
    const house = await plannedWeek(HUNDRED, {
      at: DUE,
      wire: async () =>
        left-- > 0 ? { kind: 'accepted', message: 'm' } : { kind: 'not-now', code: '429', laneMs: 10 },
    })
    const look = async () => (await house.app.steering.progress(TENANT, WEEK)) ?? assert.fail()
    const first = await look()
    assert.deepEqual([first.planned, first.rate], [100, undefined])
    left = 20
    await house.pass(10_000)
    const second = await look()
    assert.deepEqual([second.sent, second.planned, second.rate], [20, 80, 2])
    assert.ok(second.ends && second.ends >= '2026-11-19T14:00:50.000Z', second.ends)
    left = 80
    await house.pass(20 * 60_000)
    const last = await look()
    assert.deepEqual([last.sent, last.planned, last.rate, last.ends], [100, 0, undefined, undefined])
  })

  it('counts people who are not reached by the reason, and those who chose so themselves as one number', async () => {
    const others = ['stops', 'pauses', 'pulls', 'leaves'].map((id) => ({ id, name: id }))
    const house = await plannedWeek([SANNE, BRAM, ...others], {
      at: new Date('2026-11-16T07:30Z'),
      wire: async ({ to }) =>
        to === 'bram'
          ? { kind: 'waiting', code: 'ConversationBlockedByUser' }
          : { kind: 'rejected', code: 'BotDisabledByAdmin' },
    })
    await house.say('stops', 'stop')
    await house.say('pauses', 'pauze tot 1 december')
    await house.say('pulls', 'vraag')
    await house.app.roster.remove({ tenant: TENANT, id: 'leaves' })
    await house.until('2026-11-20T12:00Z')
    const { withdrawn, unreachable } = (await house.app.steering.progress(TENANT, WEEK)) ?? assert.fail()
    assert.deepEqual(withdrawn, { 'no-longer-wanted': 3, left: 1 })
    assert.deepEqual(unreachable, { ConversationBlockedByUser: 1, BotDisabledByAdmin: 1 })
  })

  it('expects no end while all is stopped, and none before the last moment of anybody', async () => {
    const house = await plannedWeek([SANNE, BRAM], { at: new Date('2026-11-16T07:30Z') })
    await house.say('bram', 'vraag op vrijdag 14:00')
    const before = await house.app.steering.progress(TENANT, WEEK)
    assert.equal(before?.ends, '2026-11-20T13:00:00.000Z')
    await house.app.steering.stop(TENANT)
    const stopped = await house.app.steering.progress(TENANT, WEEK)
    assert.deepEqual([stopped?.halted, stopped?.ends], [true, undefined])
    assert.equal(await house.app.steering.progress(TENANT, '2026-W01'), undefined)
  })
})
