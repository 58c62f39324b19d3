import assert from 'node:assert/strict'
import { createLedger } from '../../bench/delivery/ledger.ts'
import { rampsMs, slowness } from '../../bench/delivery/slowness.ts'

const TENANT = 'gemeente'
const LIMIT = 25
const second = (from: number, until: number) => ({ from: from * 1000, until: until * 1000 })

describe('how slow a round may be', () => {
  it('counts what the ramp at the beginning costs: 5, 10, 20, then the limit', () =>
    assert.equal(rampsMs([second(0, 60)], LIMIT), 1600 + 1200 + 400))

  it('counts half the rate after a pause, for as long as the rule asks for it', () =>
    assert.equal(rampsMs([second(0, 60), second(63, 90)], LIMIT), 3200 + 2000 * 0.5))

  it('halves what had not grown back again', () =>
    assert.equal(rampsMs([second(0, 60), second(63, 64), second(66, 90)], LIMIT), 3200 + 500 + 2000 * (0.75 + 0.5)))

  it('measures the last first attempt against limit, pauses and ramps', () => {
    const ledger = createLedger()
    const people = Array.from({ length: 100 }, (_, place) => `p${place}`)
    for (const [place, person] of people.entries()) ledger.request(TENANT, person, place * 100)
    ledger.pause(TENANT, 2000, 3000)
    ledger.pause(TENANT, 2500, 3000)
    const { ratio, ratioWithOneRamp } = slowness(ledger, [{ tenant: TENANT, people, without: new Set() }], LIMIT)
    const ramps = rampsMs([second(0, 2), second(3, 9.9)], LIMIT)
    assert.equal(ratio, 9900 / (4000 + 1000 + ramps))
    assert.equal(ratioWithOneRamp, 9900 / (4000 + 1000 + 3200))
  })
})
