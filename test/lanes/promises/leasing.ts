import assert from 'node:assert/strict'
import { type Claim, LaneLost, type Lanes } from '../../../services/core/ports.ts'
import { later } from '../../../services/core/time.ts'
import { LEASE, lane, nothing, SECOND, takenOne, type World } from '../world.ts'

/** A worker that is not heard of any more loses its lane, and cannot do harm with it afterwards. */
export function leasing(world: () => World): void {
  const overtaken = async (): Promise<Claim> => {
    const { place, one } = world()
    await one.wake(lane(), place.now())
    const held = await takenOne(one)
    await place.pass(LEASE)
    return held
  }

  it('another takes it when the lease has ended, and that is no failure of the work', async () => {
    await overtaken()
    assert.equal((await takenOne(world().two)).failures, 0)
  })

  it('a renewed lease ends later', async () => {
    const { place, one, two } = world()
    await one.wake(lane(), place.now())
    let held = await takenOne(one)
    for (let renewals = 0; renewals < 2; renewals++) {
      await place.pass(SECOND)
      held = await one.renew(held, LEASE + SECOND)
    }
    // The first lease has ended by now.
    await nothing(two)
    await one.release(held)
    await nothing(two)
    await one.wake(lane(), place.now())
    await takenOne(two)
  })

  const LATE: [string, (lanes: Lanes, claim: Claim) => Promise<unknown>][] = [
    ['renew', (lanes, claim) => lanes.renew(claim, LEASE)],
    ['give back', (lanes, claim) => lanes.release(claim)],
    ['give back for a moment', (lanes, claim) => lanes.release(claim, new Date(0))],
    ['set aside', (lanes, claim) => lanes.setAside(claim, 'broken')],
  ]
  for (const [what, late] of LATE)
    it(`who was overtaken can no longer ${what}`, async () => {
      const { one, two } = world()
      const held = await overtaken()
      const other = await takenOne(two)
      await assert.rejects(late(one, held), LaneLost)
      await nothing(one)
      assert.deepEqual(await two.aside(), [])
      await two.release(other)
      await nothing(one)
    })

  it('who gave it back has nothing more to say about it', async () => {
    const { place, one, two } = world()
    await one.wake(lane(), place.now())
    const held = await takenOne(one)
    await one.release(held, place.now())
    const other = await takenOne(two)
    await assert.rejects(one.release(held), LaneLost)
    await two.renew(other, LEASE)
  })

  it('what was woken while the lost one held it is run by the next, once', async () => {
    const { place, one, two } = world()
    await one.wake(lane(), place.now())
    await takenOne(one)
    await two.wake(lane(), place.now())
    await place.pass(LEASE)
    await two.release(await takenOne(two))
    await one.wake(lane(), later(place.now(), 60 * SECOND))
    await nothing(one)
  })

  it('nothing is lost when every worker dies', async () => {
    const { place, one, two } = world()
    await one.wake(lane(), place.now())
    await takenOne(one)
    await one.wake(lane('rounds'), later(place.now(), LEASE))
    await Promise.all([one.close(), two.close()])
    const next = await place.open()
    await nothing(next)
    await place.pass(LEASE)
    const found = new Set<string>()
    for (let asked = 0; asked < 5; asked++)
      for (const { job } of (await next.claim(16, 30 * SECOND)).claims) found.add(job)
    assert.deepEqual([...found].sort(), ['outbox', 'rounds'])
  })
}
