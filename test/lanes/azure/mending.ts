import assert from 'node:assert/strict'
import { systemClock } from '../../../services/adapters/system/clock.ts'
import { systemRandom } from '../../../services/adapters/system/random.ts'
import { days, later } from '../../../services/core/time.ts'
import { embeddedLanes } from '../../../services/delivery/lanes/lanes.ts'
import type { Azurite } from '../azurite.ts'
import { type AzuritePlace, placeOn } from '../on-azurite.ts'
import { LEASE, lane, nothing, SECOND, taken, takenOne } from '../world.ts'

/** What nobody would ever be reminded of, a worker finds when it begins. */
export function mending(azurite: () => Azurite): void {
  let place: AzuritePlace
  beforeEach(() => {
    place = placeOn(azurite())
  })
  afterEach(() => place.clean())

  const embedded = () => embeddedLanes({ store: place.store, clock: systemClock, random: systemRandom })

  it('goes on where the embedded keeper ended, also with what comes later', async () => {
    const before = embedded()
    await before.wake(lane('outbox'), place.now())
    await before.wake(lane('rounds'), later(place.now(), 2 * SECOND))
    await before.wake(lane('welcome'), place.now())
    const aside = (await before.claim(16, LEASE)).claims.find(({ job }) => job === 'welcome')
    await before.setAside(aside ?? assert.fail('not due'), 'TypeError')
    const one = await place.open()
    await nothing(one)
    await place.pass(2 * SECOND)
    const jobs = new Set((await taken(one)).map(({ job }) => job))
    for (const { job } of await taken(one)) jobs.add(job)
    assert.deepEqual([...jobs].sort(), ['outbox', 'rounds'])
    assert.deepEqual(await one.aside(), [{ ...lane('welcome'), reason: 'TypeError' }])
  })

  it('and the embedded keeper goes on where it ended', async () => {
    const one = await place.open()
    await one.wake(lane('outbox'), place.now())
    await one.release(await takenOne(one), place.now(), true)
    assert.equal((await takenOne(embedded())).failures, 1)
  })

  it('a queue that was emptied loses nothing', async () => {
    const one = await place.open()
    await one.wake(lane('outbox'), later(place.now(), -120 * SECOND))
    await one.wake(lane('rounds'), later(place.now(), -120 * SECOND))
    const { claims } = await one.claim(1, LEASE)
    assert.equal(claims.length, 1)
    await place.raw.clearMessages()
    await nothing(one)
    await place.pass(LEASE)
    const hour = later(place.now(), 90 * SECOND)
    const two = place.openWith({ clock: { now: () => hour } })
    const jobs = (await taken(two)).map(({ job }) => job)
    assert.deepEqual(jobs.sort(), ['outbox', 'rounds'])
  })

  it('does not touch who still holds a lane, however long', async () => {
    const one = await place.open()
    await one.wake(lane(), place.now())
    const held = await one.renew(await takenOne(one), 60 * SECOND)
    const hour = later(place.now(), 3_600 * SECOND)
    await nothing(place.openWith({ clock: { now: () => hour } }))
    await one.release(held)
  })

  it('a clock that is moved on brings what is due by then, at once', async () => {
    let ahead = 0
    const one = place.openWith({ clock: { now: () => later(place.now(), ahead) } })
    await one.wake(lane(), later(place.now(), days(3)))
    await nothing(one)
    assert.ok((await one.claim(0, LEASE)).next)
    ahead = days(3)
    await takenOne(one)
  })
}
