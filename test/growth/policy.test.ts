import assert from 'node:assert/strict'
import { DOC_LIMIT } from '../../services/core/ports.ts'
import { pulseCollections } from '../../services/pulse/collections.ts'
import { House, read, TENANT } from '../house.ts'
import { bytesOf, QUARTER } from './sizes.ts'

const OLGA = { id: 'olga', name: 'Olga Raad', roles: ['works-council' as const] }
const ACTS = 2_000
const PAUSE = 'leg de leerpuls stil'
const RESUME = 'start de leerpuls weer'

const policyOf = async ({ store }: House) =>
  (await pulseCollections(store).policies.get({ tenant: TENANT, id: 'pulse' })) ?? assert.fail('no policy')

/** As release 0.1.0 wrote it, so large that it could not take one more entry. */
async function fillAsBefore({ store }: House): Promise<number> {
  const { policies } = pulseCollections(store)
  const chosen = { k: 11, cadence: '4weeks', topic: 5, quotes: 3, quotesPaused: false, paused: false }
  const entry = (place: number) => ({
    at: new Date(Date.UTC(2026, 0, 1, 0, place)).toISOString(),
    by: 'works-council' as const,
    chosen: { ...chosen, paused: place % 2 === 0 },
  })
  const log = Array.from({ length: Math.floor((DOC_LIMIT - 400) / (bytesOf(entry(1) as never) + 1)) }, (_, place) =>
    entry(place),
  )
  const full = { tenant: TENANT, id: 'pulse', chosen, log }
  await policies.put(full)
  return full.log.length
}

describe('the policy, changed very often', () => {
  it('is paused and resumed two thousand times, and every time is known', async () => {
    const house = await House.open({ roster: [OLGA] })
    for (let act = 0; act < ACTS; act++)
      assert.match(
        read(await house.say('olga', act % 2 ? RESUME : PAUSE)),
        act % 2 ? /staat aan|verschijnen/ : /staat stil/,
      )
    assert.ok(bytesOf(await policyOf(house)) < QUARTER)
    const log = await house.app.pulse.policies.log(TENANT)
    assert.equal(log.length, ACTS)
    assert.ok(log.every(({ chosen }, place) => chosen.paused === (place % 2 === 0)))
  })

  it('of the release before, too full for one more entry, is paused, and has lost nothing', async () => {
    const house = await House.open({ roster: [OLGA] })
    const before = await fillAsBefore(house)
    const was = await house.app.pulse.policies.log(TENANT)
    assert.match(read(await house.say('olga', PAUSE)), /staat stil/)
    assert.deepEqual((await house.app.pulse.policies.log(TENANT)).slice(0, before), was)
    assert.equal((await house.app.pulse.policies.log(TENANT)).length, before + 1)
    assert.ok(bytesOf(await policyOf(house)) < QUARTER)
  })

  it('keeps no press that changes nothing', async () => {
    const house = await House.open({ roster: [OLGA] })
    for (let act = 0; act < 5; act++) await house.say('olga', PAUSE)
    assert.equal((await house.app.pulse.policies.log(TENANT)).length, 1)
    for (let act = 0; act < 5; act++) await house.say('olga', RESUME)
    assert.equal((await house.app.pulse.policies.log(TENANT)).length, 2)
  })

  it('is agreed to two thousand times, the last of which stands; the same yes again is none', async () => {
    const house = await House.open({ roster: [OLGA] })
    const agree = (reference: string) =>
      house.app.pulse.policies.agree(TENANT, { on: '2026-11-12', reference }, 'works-council')
    for (let act = 0; act < ACTS; act++) assert.equal(await agree(`brief ${act}`), 'agreed')
    assert.equal(await agree(`brief ${ACTS - 1}`), 'agreed')
    const policy = await policyOf(house)
    assert.equal((policy.paged?.agreements ?? 0) + (policy.agreements?.length ?? 0), ACTS)
    assert.ok(bytesOf(policy) < QUARTER)
    const agreed = await house.app.pulse.policies.agreed(TENANT)
    assert.equal(agreed.kind === 'stands' && agreed.reference, `brief ${ACTS - 1}`)
  })
})
