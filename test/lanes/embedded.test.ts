import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { cosmosStore } from '../../services/adapters/cosmos/store.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { sqliteStore } from '../../services/adapters/sqlite/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Doc, Store } from '../../services/core/ports.ts'
import { later } from '../../services/core/time.ts'
import { embeddedLanes } from '../../services/delivery/lanes/lanes.ts'
import { KEY, openServer } from '../store/cosmos/server.ts'
import { newPath } from '../store/folder.ts'
import { type TestClock, testClock } from '../store/world.ts'
import { lanesContract } from './contract.ts'
import { LEASE, lane, nameOf, nothing, type Place, SECOND, takenOne } from './world.ts'

const random = systemRandom

/** Every worker opens the store for itself, as a process of its own does. */
function placeOf(openStore: (ports: { clock: TestClock; random: typeof random }) => Store, remove = () => {}): Place {
  const clock = testClock()
  const opened: Store[] = []
  return {
    async open() {
      const store = openStore({ clock, random })
      opened.push(store)
      return embeddedLanes({ store, clock, random })
    },
    now: () => clock.now(),
    async pass(milliseconds) {
      clock.time = new Date(clock.time.getTime() + milliseconds)
    },
    async clean() {
      await Promise.all(opened.map((store) => store.close()))
      remove()
    },
  }
}

const inMemory = async () => {
  let store: Store | undefined
  return placeOf((ports) => {
    store ??= memoryStore(ports)
    return store
  })
}

lanesContract('embedded in memory', inMemory)

lanesContract('embedded in SQLite', async () => {
  const { path, remove } = newPath()
  return placeOf((ports) => sqliteStore({ path, ...ports }), remove)
})

describe('lanes, embedded in Cosmos DB', () => {
  let server: Awaited<ReturnType<typeof openServer>>
  before(async () => {
    server = await openServer()
  })
  after(() => server.close())

  lanesContract('embedded in Cosmos DB, compatible server', async () => {
    const database = randomUUID()
    return placeOf((ports) => cosmosStore({ ...ports, endpoint: server.endpoint, database, key: KEY }))
  })
})

describe('lanes, embedded: more than their contract', () => {
  const minutes = (count: number) => count * 60 * SECOND
  let place: Place
  beforeEach(async () => {
    place = await inMemory()
  })
  afterEach(() => place.clean())

  it('the one whose moment came first is first', async () => {
    const lanes = await place.open()
    for (const [tenant, minute] of Object.entries({ c: 3, a: 1, d: 4, b: 2 }))
      await lanes.wake(lane('outbox', tenant), later(place.now(), minutes(minute)))
    await place.pass(minutes(4))
    const { claims } = await lanes.claim(3, LEASE)
    assert.deepEqual(
      claims.map(({ tenant }) => tenant),
      ['a', 'b', 'c'],
    )
  })

  it('sees the next moment of a minute, and any moment when it takes nothing', async () => {
    const lanes = await place.open()
    const [soon, far] = [later(place.now(), minutes(1) - 1), later(place.now(), minutes(100_000))]
    await lanes.wake(lane('rounds'), far)
    assert.deepEqual(await lanes.claim(16, LEASE), { claims: [] })
    assert.deepEqual(await lanes.claim(0, LEASE), { claims: [], next: far })
    await lanes.wake(lane(), soon)
    assert.deepEqual(await lanes.claim(16, LEASE), { claims: [], next: soon })
  })

  it('shows however many were set aside', async () => {
    const lanes = await place.open()
    for (let n = 0; n < 250; n++) await lanes.wake(lane('outbox', `tenant-${n}`), place.now())
    for (const claim of (await lanes.claim(250, LEASE)).claims) await lanes.setAside(claim, 'TypeError')
    assert.equal(new Set((await lanes.aside()).map(nameOf)).size, 250)
  })

  describe('when the clock is set back', () => {
    const AN_HOUR = 60 * 60 * SECOND
    let clock: TestClock
    let store: Store
    let elapsed: number
    const worker = () => embeddedLanes({ store, clock, random, elapsed: () => elapsed })
    const passes = (milliseconds: number) => {
      clock.time = later(clock.time, milliseconds)
      elapsed += milliseconds
    }
    beforeEach(async () => {
      clock = testClock()
      store = memoryStore({ clock, random })
      elapsed = 0
    })

    it('the lane of a worker that died is taken within minutes, by who was there and by who begins', async () => {
      for (const isNew of [false, true]) {
        const [dead, other] = [worker(), worker()]
        await other.claim(16, LEASE)
        await dead.wake(lane(), clock.now())
        await takenOne(dead)
        clock.time = later(clock.time, -AN_HOUR)
        const looks = isNew ? worker() : other
        await nothing(looks)
        passes(2 * LEASE)
        const claim = await takenOne(looks)
        await looks.release(claim)
      }
    })

    it('the lane of a worker that lives stays with it', async () => {
      const [lives, other] = [worker(), worker()]
      await lives.wake(lane(), clock.now())
      let held = await takenOne(lives)
      clock.time = later(clock.time, -AN_HOUR)
      for (let renewals = 0; renewals < 6; renewals++) {
        await nothing(other)
        passes(LEASE / 2)
        held = await lives.renew(held, LEASE)
      }
      await lives.release(held)
    })
  })

  it('what waited before an upgrade is due as it was', async () => {
    const clock = testClock()
    const store = memoryStore({ clock, random })
    const agenda = store.collection<Doc & { job: string; of: string; due?: string }>({
      name: 'agenda',
      owner: 'tenant',
      indexes: { due: ({ due }) => due },
      lives: { untilRemoved: 'a test' },
    })
    const { tenant, job } = lane()
    await agenda.put({ tenant: '-', id: `${tenant}|${job}`, job, of: tenant, due: clock.now().toISOString() })
    await agenda.put({ tenant: '-', id: `${tenant}|rounds`, job: 'rounds', of: tenant })
    const lanes = embeddedLanes({ store, clock, random })
    await takenOne(lanes)
    await lanes.wake(lane('rounds'), clock.now())
    await takenOne(lanes, lane('rounds'))
  })
})
