import { later } from '../../../services/core/time.ts'
import { LEASE, lane, nothing, SECOND, takenOne, type World } from '../world.ts'

/** A wake is never lost, whatever state the lane is in, and never two pieces of work. */
export function waking(world: () => World): void {
  it('the sooner of two moments holds, when it comes second', async () => {
    const { place, one, two } = world()
    await one.wake(lane(), later(place.now(), 60 * SECOND))
    await two.wake(lane(), place.now())
    await one.release(await takenOne(one))
  })

  it('the sooner of two moments holds, when it comes first', async () => {
    const { place, one, two } = world()
    await one.wake(lane(), place.now())
    await two.wake(lane(), later(place.now(), 60 * SECOND))
    await takenOne(one)
  })

  it('woken often, a lane is in one hand all the same', async () => {
    const { place, one, two } = world()
    await Promise.all([one, two, one, two, one].map((each) => each.wake(lane(), place.now())))
    await takenOne(one)
    await nothing(two)
    await nothing(one)
  })

  it('sooner than it was given back for', async () => {
    const { place, one, two } = world()
    await one.wake(lane(), place.now())
    await one.release(await takenOne(one), later(place.now(), 60 * SECOND))
    await two.wake(lane(), place.now())
    await takenOne(two)
  })

  it('while it is held: not taken from the holder, and run again after that', async () => {
    const { place, one, two } = world()
    await one.wake(lane(), place.now())
    const held = await takenOne(one)
    await two.wake(lane(), place.now())
    await nothing(two)
    await one.release(held)
    await two.release(await takenOne(two))
    await nothing(one)
  })

  it('while it is held: sooner than the moment it is given back for', async () => {
    const { place, one, two } = world()
    await one.wake(lane(), place.now())
    const held = await takenOne(one)
    await two.wake(lane(), place.now())
    await one.release(held, later(place.now(), 60 * SECOND))
    await takenOne(two)
  })

  it('while it is held: through a renewal', async () => {
    const { place, one, two } = world()
    await one.wake(lane(), place.now())
    const held = await takenOne(one)
    await two.wake(lane(), place.now())
    const renewed = await one.renew(held, LEASE)
    await nothing(two)
    await one.release(renewed)
    await takenOne(two)
  })

  it('while it is held: at the moment that was said, after it was given back', async () => {
    const { place, one, two } = world()
    await one.wake(lane(), place.now())
    const held = await takenOne(one)
    await two.wake(lane(), later(place.now(), 2 * SECOND))
    await one.release(held)
    await nothing(two)
    await place.pass(2 * SECOND)
    await takenOne(two)
  })
}
