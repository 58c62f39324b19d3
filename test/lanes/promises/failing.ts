import assert from 'node:assert/strict'
import { lane, nothing, takenOne, type World } from '../world.ts'

/** Failures are counted, and a lane that only fails is put apart. */
export function failing(world: () => World): void {
  it('counts failures in a row, and forgets them after a success', async () => {
    const { place, one, two } = world()
    await one.wake(lane(), place.now())
    for (const failures of [0, 1, 2]) {
      const held = await takenOne(one)
      assert.equal(held.failures, failures)
      await one.release(held, place.now(), true)
    }
    const held = await takenOne(two)
    assert.equal(held.failures, 3)
    await two.release(held, place.now())
    assert.equal((await takenOne(one)).failures, 0)
  })

  it('remembers failures when it is woken before its time', async () => {
    const { place, one, two } = world()
    await one.wake(lane(), place.now())
    await one.release(await takenOne(one), new Date(place.now().getTime() + 60_000), true)
    await two.wake(lane(), place.now())
    assert.equal((await takenOne(two)).failures, 1)
  })

  it('shows what was set aside with the reason, and nobody works on it', async () => {
    const { place, one, two } = world()
    await one.wake(lane('outbox'), place.now())
    await one.setAside(await takenOne(one, lane('outbox')), 'TypeError')
    await one.wake(lane('rounds'), place.now())
    await one.release(await takenOne(one, lane('rounds')))
    await nothing(two)
    assert.deepEqual(await two.aside(), [{ ...lane('outbox'), reason: 'TypeError' }])
  })

  it('tries it again from the beginning when it is woken', async () => {
    const { place, one, two } = world()
    await one.wake(lane(), place.now())
    await one.release(await takenOne(one), place.now(), true)
    await one.setAside(await takenOne(one), 'TypeError')
    await two.wake(lane(), place.now())
    assert.deepEqual(await one.aside(), [])
    const again = await takenOne(two)
    assert.equal(again.failures, 0)
    await two.release(again)
    await nothing(one)
  })

  it('tries it again when it was woken while it was being set aside', async () => {
    const { place, one, two } = world()
    await one.wake(lane(), place.now())
    const held = await takenOne(one)
    await two.wake(lane(), place.now())
    await one.setAside(held, 'TypeError')
    await takenOne(two)
  })

  it('shows many that were set aside', async () => {
    const { place, one, two } = world()
    const tenants = Array.from({ length: 40 }, (_, index) => `tenant-${String(index).padStart(2, '0')}`)
    for (const tenant of tenants) {
      await one.wake(lane('outbox', tenant), place.now())
      await one.setAside(await takenOne(one, lane('outbox', tenant)), `reason of ${tenant}`)
    }
    const aside = await two.aside()
    assert.deepEqual(
      aside.map(({ tenant, job, reason }) => `${tenant} ${job}: ${reason}`).sort(),
      tenants.map((tenant) => `${tenant} outbox: reason of ${tenant}`),
    )
  })
}
