import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'mocha'
import { House, TENANT } from '../house.ts'

/** A house in which nothing is missing. */
async function openReady() {
  const house = await House.open()
  await house.employ({ id: 'olga', name: 'Olga Raad', roles: ['works-council'], managers: ['hans'] })
  for (let n = 0; n < 25; n++) await house.employ({ id: `p${n}`, name: `Persoon ${n}`, managers: ['marieke'] })
  await house.app.pulse.course.confirm(TENANT)
  await house.app.pulse.policies.choose(TENANT, { decides: 'works-council' })
  await house.app.pulse.policies.agree(TENANT, AGREED)
  return house
}

const AGREED = { on: '2026-11-12', reference: 'Brief OR 2026-14' }

describe('what must be true before live', () => {
  let house: House
  beforeEach(async () => {
    house = await openReady()
  })
  const missing = async () => (await house.app.goLive(TENANT)).flatMap(({ name, met }) => (met ? [] : [name]))

  it('is all there', async () => assert.deepEqual(await missing(), []))

  it('is not when sending lies still', async () => {
    await house.app.steering.stop(TENANT)
    assert.deepEqual(await missing(), ['sending'])
  })

  it('is not when the works council agreed to other rules, raised or lowered, and is again after a new consent', async () => {
    for (const k of [14, 12]) {
      await house.app.pulse.policies.choose(TENANT, { k })
      assert.deepEqual(await missing(), ['agreed'])
    }
    await house.app.pulse.policies.agree(TENANT, AGREED)
    assert.deepEqual(await missing(), [])
  })

  it('still is when the works council pauses: that shows less, and is its own to do', async () => {
    await house.app.pulse.policies.choose(TENANT, { paused: true, quotesPaused: true }, 'works-council')
    assert.deepEqual(await missing(), [])
  })

  it('is not when the judge of reports is of HR too, or is nobody', async () => {
    await house.employ({ id: 'olga', name: 'Olga Raad', roles: ['works-council', 'hr'], managers: ['hans'] })
    assert.deepEqual(await missing(), ['decides'])
    await house.employ({ id: 'olga', name: 'Olga Raad', roles: [], managers: ['hans'] })
    assert.deepEqual(await missing(), ['council', 'decides'])
  })

  it('is not when the roster was last looked at before the window that is open now, and is again once it is', async () => {
    const WEEK = 7 * 24 * 3_600_000
    await house.pass(WEEK)
    assert.deepEqual(await missing(), [], 'the window that opened was confirmed')
    await house.pass(5 * WEEK)
    assert.deepEqual(await missing(), ['confirmed'])
    await house.app.pulse.course.confirm(TENANT)
    assert.deepEqual(await missing(), [])
  })

  it('misses nearly everything of a municipality that nobody knows', async () => {
    const names = (await house.app.goLive('tenant-b')).flatMap(({ name, met }) => (met ? [] : [name]))
    assert.deepEqual(names, ['roster', 'confirmed', 'managers', 'hr', 'council', 'agreed', 'decides'])
  })

  it('takes no consent of a day that is still to come, nor to rules that were not seen', async () => {
    const { policies } = house.app.pulse
    assert.equal(await policies.agree(TENANT, { ...AGREED, on: '2026-11-19' }), 'not-yet')
    const seen = (await policies.of(TENANT)) ?? assert.fail()
    assert.equal(await policies.agree(TENANT, AGREED, 'works-council', { ...seen, k: 20 }), 'other-rules')
    assert.equal(await policies.agree(TENANT, AGREED, 'works-council', seen), 'agreed')
    assert.deepEqual(await policies.agreed(TENANT), { kind: 'stands', ...AGREED, by: 'works-council' })
  })
})
