import assert from 'node:assert/strict'
import { LANE_ENTRIES, laneKey } from '../../../services/core/lane-entry.ts'
import { type Store, Unavailable } from '../../../services/core/ports.ts'
import { days, later } from '../../../services/core/time.ts'
import type { Azurite } from '../azurite.ts'
import { type AzuritePlace, placeOn } from '../on-azurite.ts'
import { LEASE, lane, nothing, SECOND, takenOne } from '../world.ts'

const LONG = 60 * SECOND

/** Messages that somebody left who stopped between two steps. */
export function strays(azurite: () => Azurite): void {
  let place: AzuritePlace
  beforeEach(() => {
    place = placeOn(azurite())
  })
  afterEach(() => place.clean())

  const entry = async () => (await place.store.collection(LANE_ENTRIES).get(laneKey(lane()))) ?? assert.fail('no entry')

  it('never make a second worker of a lane that is held', async () => {
    const [one, two] = [await place.open(), await place.open()]
    await one.wake(lane(), place.now())
    const { claims } = await one.claim(16, LONG)
    assert.equal(claims.length, 1)
    for (let more = 0; more < 3; more++) await place.raw.sendMessage(JSON.stringify(lane()))
    await nothing(two)
    await place.pass(SECOND)
    await nothing(two)
    for (const claim of claims) await one.release(claim)
    await place.pass(SECOND)
    await nothing(two)
  })

  it('may bring a lane that is due, in the place of its own message', async () => {
    const one = await place.open()
    await one.wake(lane(), place.now())
    await place.raw.clearMessages()
    await place.raw.sendMessage(JSON.stringify(lane()))
    await one.release(await takenOne(one))
    await nothing(one)
  })

  it('are left when the store refuses, and are no work', async () => {
    const [good, bad] = [await place.open(), place.openWith({ store: refusing(place.store) })]
    await good.wake(lane(), later(place.now(), LONG))
    await assert.rejects(bad.wake(lane(), place.now()), Unavailable)
    await nothing(good)
    await good.wake(lane(), place.now())
    await good.release(await takenOne(good))
    await place.pass(SECOND)
    await nothing(good)
  })

  it('are not taken for one while the entry is still being written', async () => {
    const [one, two] = [await place.open(), await place.open()]
    await one.wake(lane(), later(place.now(), LONG))
    const { store, reached, go } = waiting(place.store, 'put')
    const waking = place.openWith({ store }).wake(lane(), place.now())
    await reached
    await nothing(two)
    go()
    await waking
    await place.pass(SECOND)
    await takenOne(two)
  })

  it('a wake that comes while the lane is being given back is not lost', async () => {
    const [one, two] = [await place.open(), await place.open()]
    const { store, reached, go } = waiting(place.store, 'put')
    await one.wake(lane(), place.now())
    const held = await takenOne(one)
    const waking = place.openWith({ store }).wake(lane(), place.now())
    await reached
    await one.release(held)
    go()
    await waking
    await takenOne(two)
  })

  it('a worker that was slow to look leaves a lane to the worker that took it meanwhile', async () => {
    const one = await place.open()
    const { store, reached, go } = waiting(place.store, 'get')
    await one.wake(lane(), place.now())
    const slow = place.openWith({ store }).claim(16, LEASE)
    await reached
    await place.pass(LEASE)
    const held = await takenOne(one)
    go()
    assert.deepEqual((await slow).claims, [])
    await one.release(held)
  })

  it('a message that is seen long before its moment waits on', async () => {
    const one = await place.open()
    await one.wake(lane(), later(place.now(), days(30)))
    const { message, receipt } = (await entry()).alarm ?? assert.fail('no message')
    await place.raw.updateMessage(message, receipt, undefined, 0)
    await nothing(one)
    const { peekedMessageItems } = await place.raw.peekMessages()
    assert.deepEqual(peekedMessageItems, [])
    assert.equal((await place.raw.getProperties()).approximateMessagesCount, 1)
  })

  it('who stopped after giving back leaves nothing to be run', async () => {
    const one = await place.open()
    await one.wake(lane(), place.now())
    const held = await takenOne(one)
    const kept = await entry()
    const { token: _token, due: _due, alarm: _alarm, ...idle } = kept
    await place.store.collection(LANE_ENTRIES).put(idle)
    await place.pass(LEASE)
    await nothing(one)
    await assert.rejects(one.release(held), { name: 'LaneLost' })
  })
}

/** A store that reads and does not write. */
const refusing = (store: Store): Store => ({
  ...store,
  collection: (spec) => ({
    ...store.collection(spec),
    put: () => Promise.reject(new Unavailable('timed-out', 'put')),
  }),
})

/** A store that reads or writes one document when it is told to. */
function waiting(store: Store, which: 'get' | 'put') {
  const reached = Promise.withResolvers<void>()
  const told = Promise.withResolvers<void>()
  const toldTo = async (what: 'get' | 'put') => {
    if (what !== which) return
    reached.resolve()
    await told.promise
  }
  const held: Store = {
    ...store,
    collection(spec) {
      const { get, put, ...inner } = store.collection(spec)
      return {
        ...inner,
        get: (key) => toldTo('get').then(() => get(key)),
        put: (doc) => toldTo('put').then(() => put(doc)),
      }
    },
  }
  return { store: held, reached: reached.promise, go: () => told.resolve() }
}
