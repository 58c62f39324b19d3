import assert from 'node:assert/strict'
import { fairness } from '../../bench/delivery/fairness.ts'

/** The first one is refused all the time. */
const SIZES = [200, 400, 100, 50]
const MOST = 1.05

describe('delivery gates: one municipality that is throttled', () => {
  it('delays the p95 of the others by less than 5 %', async () => {
    const ratio = await fairness(SIZES)
    assert.ok(ratio < MOST, `${ratio} times as late`)
  })
})
