import assert from 'node:assert/strict'
import type { Sent } from '../../services/core/ports.ts'
import { House, TENANT } from '../house.ts'

const HOUR = 3_600_000

/** A house whose connector cannot be reached until `mended`. */
async function cutOff() {
  const line: { sent: Sent } = { sent: { kind: 'not-now', code: 'ECONNREFUSED' } }
  const house = await House.open({ wire: async () => line.sent })
  await house.app.rosterChanged(TENANT)
  return { house, mend: () => (line.sent = { kind: 'accepted', message: 'm' }) }
}

describe('delivery: a connector that cannot be reached for a while', () => {
  it('costs nobody their question: it comes when the connector is back, once', async () => {
    const { house, mend } = await cutOff()
    await house.until('2026-11-19T15:00Z')
    assert.deepEqual(house.sentTo('sanne'), [])
    mend()
    await house.pass(HOUR)
    assert.equal(house.sentTo('sanne').length, 1)
    await house.pass(24 * HOUR)
    assert.equal(house.sentTo('sanne').length, 1)
  })

  it('is given up on after two days', async () => {
    const { house, mend } = await cutOff()
    await house.until('2026-11-22T15:00Z')
    mend()
    await house.pass(4 * HOUR)
    assert.deepEqual(house.sentTo('sanne'), [])
  })
})
