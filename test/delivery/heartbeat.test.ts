import assert from 'node:assert/strict'
import { SHARED } from '../../services/core/lane-entry.ts'
import type { Sent } from '../../services/core/ports.ts'
import { House, type Options, TENANT } from '../house.ts'
import { BRAM, plannedWeek, restarted, SANNE } from './weeks.ts'

const MONDAY = new Date('2026-11-16T07:30Z')
const NOT_NOW: Sent = { kind: 'not-now', code: '429' }
const EIGHT = Array.from({ length: 8 }, (_, n) => ({ id: `p${n}`, name: `Persoon ${n}` }))

const told = (house: House, event: string) =>
  house.logged.filter((line) => line.includes(`"event":"${event}"`)).map((line) => JSON.parse(line))
const alerts = (house: House) => told(house, 'alert').map(({ code, week }) => `${code} ${week}`)
const over = (house: House) => told(house, 'alert-over').map(({ code }) => code)
const heartbeat = (house: House) => house.app.heartbeats.get({ tenant: SHARED, id: TENANT })

/** A channel that lets so many through, and says not now to the others until it is mended. */
function channel(passing: number) {
  const state = { mended: false, passed: 0 }
  const wire: Options['wire'] = async () =>
    state.mended || state.passed++ < passing ? { kind: 'accepted', message: `m${state.passed}` } : NOT_NOW
  return { state, wire }
}

describe('delivery: the heartbeat', () => {
  it('tells of a round that sends nothing once, however long that lasts, and when it is over', async () => {
    const { state, wire } = channel(0)
    const house = await plannedWeek([SANNE, BRAM], { at: MONDAY, wire })
    await house.until('2026-11-19T15:59Z')
    assert.deepEqual(alerts(house), [])
    await house.until('2026-11-20T09:00Z')
    assert.deepEqual(alerts(house), ['round-sent-nothing 2026-W47'])
    assert.equal((await heartbeat(house))?.alert, 'round-sent-nothing')
    state.mended = true
    await house.until('2026-11-20T12:00Z')
    assert.deepEqual([house.sent.length, alerts(house).length, over(house)], [2, 1, ['round-sent-nothing']])
    assert.equal((await heartbeat(house))?.alert, undefined)
  })

  it('tells of a round that began and came to a stand', async () => {
    const { state, wire } = channel(3)
    const house = await plannedWeek(EIGHT, { at: MONDAY, wire })
    await house.until('2026-11-19T17:59Z')
    assert.deepEqual([house.sent.length, alerts(house)], [3, []])
    await house.until('2026-11-20T12:00Z')
    assert.deepEqual(alerts(house), ['round-stalled 2026-W47'])
    state.mended = true
    await house.until('2026-11-20T14:00Z')
    assert.deepEqual([house.sent.length, over(house)], [8, ['round-stalled']])
  })

  it('tells of a second stand in the same week as of one of its own', async () => {
    const { state, wire } = channel(0)
    const house = await plannedWeek([SANNE, BRAM], { at: MONDAY, wire })
    await house.say('bram', 'vraag op vrijdag 14:00')
    await house.until('2026-11-19T17:00Z')
    state.mended = true
    await house.until('2026-11-20T12:00Z')
    state.mended = false
    await house.until('2026-11-20T20:00Z')
    assert.deepEqual(alerts(house), ['round-sent-nothing 2026-W47', 'round-stalled 2026-W47'])
  })

  it('tells of a round of which all is refused', async () => {
    const wire: Options['wire'] = async () => ({ kind: 'rejected', code: 'BotDisabledByAdmin' })
    const house = await plannedWeek([SANNE, BRAM], { at: MONDAY, wire })
    await house.until('2026-11-20T12:00Z')
    assert.deepEqual(alerts(house), ['round-sent-nothing 2026-W47'])
  })

  it('is quiet over night: what waits for the next working hour does not stand still', async () => {
    const house = await plannedWeek(EIGHT, { at: MONDAY })
    await house.app.rules.set(TENANT, { halted: true })
    await house.until('2026-11-19T18:30Z')
    await house.app.rules.set(TENANT, { halted: undefined })
    await house.app.wakeSender(TENANT)
    await house.until('2026-11-20T12:00Z')
    assert.deepEqual([house.sent.length, alerts(house)], [8, []])
  })

  it('survives a restart, and two processes tell it once', async () => {
    const first = await plannedWeek([SANNE, BRAM], { at: MONDAY, wire: async () => NOT_NOW })
    await first.until('2026-11-19T15:00Z')
    const second = new House({ store: first.store, at: first.now, wire: async () => NOT_NOW })
    for (let hour = 0; hour < 8; hour++) {
      for (const house of [first, second]) house.now = new Date(first.now.getTime() + 30 * 60_000)
      await Promise.all([first.settle(), second.settle()])
    }
    assert.deepEqual([...alerts(first), ...alerts(second)], ['round-sent-nothing 2026-W47'])
    const third = await restarted(first, '2026-11-19T21:00Z', async () => NOT_NOW)
    assert.deepEqual(alerts(third), [])
    assert.equal((await heartbeat(third))?.alert, 'round-sent-nothing')
  })
})

describe('delivery: a week without a round', () => {
  /** The job that plans was set aside long ago, and nobody saw it. */
  async function unplanned(at: string, options: Options = {}): Promise<House> {
    const house = await House.open({ roster: [SANNE, BRAM], at: new Date(at), ...options })
    await house.app.watchOver(TENANT)
    return house
  }

  it('is told on Tuesday morning, every week anew, also by a service that is started again', async () => {
    const house = await unplanned('2027-01-04T08:00Z')
    await house.until('2027-01-05T07:59Z')
    assert.deepEqual(alerts(house), [])
    await house.until('2027-01-08T12:00Z')
    assert.deepEqual(alerts(house), ['no-round 2027-W01'])
    const next = await restarted(house, '2027-01-12T09:30Z')
    assert.deepEqual(alerts(next), ['no-round 2027-W02'])
  })

  it('is over when a round is planned', async () => {
    const house = await unplanned('2027-01-04T08:00Z')
    await house.until('2027-01-06T12:00Z')
    await house.app.rosterChanged(TENANT)
    await house.until('2027-01-06T14:00Z')
    assert.deepEqual(over(house), ['no-round'])
    await house.until('2027-01-08T12:00Z')
    assert.deepEqual([alerts(house), house.sent.length > 0], [['no-round 2027-W01'], true])
  })

  it('is told to nobody without a roster, in a sample, or where all was stopped on purpose', async () => {
    const empty = await unplanned('2027-01-04T08:00Z', { roster: [] })
    const sampled = await unplanned('2027-01-04T08:00Z')
    await sampled.app.rules.set(TENANT, { every: 12 })
    const halted = await unplanned('2027-01-04T08:00Z')
    await halted.app.rules.set(TENANT, { halted: true })
    for (const house of [empty, sampled, halted]) await house.until('2027-01-08T12:00Z')
    assert.deepEqual([empty, sampled, halted].flatMap(alerts), [])
    assert.equal((await heartbeat(halted))?.state, 'halted')
  })

  it('is told of a pilot that names no unit there is', async () => {
    const house = await House.open({ roster: [SANNE, BRAM], at: MONDAY })
    await house.app.rules.set(TENANT, { units: ['gemeente/te am jeugd'] })
    await house.app.rosterChanged(TENANT)
    await house.until('2026-11-20T12:00Z')
    assert.deepEqual(alerts(house), ['no-round 2026-W47'])
  })
})
