import assert from 'node:assert/strict'
import sinon from 'sinon'
import { createClockwork, GRACE_MS } from '../../bot/service/clockwork.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemEvery } from '../../services/adapters/system/every.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Store } from '../../services/core/ports.ts'
import { embeddedLanes } from '../../services/delivery/lanes/lanes.ts'
import { LEASE_MS } from '../../services/delivery/lanes/lease.ts'
import { type Agenda, createAgenda, type Job } from '../../services/delivery/operating/agenda.ts'
import { WEDNESDAY } from '../house.ts'

const BEAT = 30_000
const clock = { now: () => new Date() }
const log = { info: () => {}, error: () => {} }
const momentAfter = (milliseconds: number) => new Date(WEDNESDAY.getTime() + milliseconds)

const endless = new Promise<never>(() => {})
const untilAborted: Job['run'] = (_tenant, signal) =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(undefined)))

/** One process: when its job ran, in milliseconds since it began, and how often it looked. */
function process(store: Store, take: Job['run'] = async () => undefined) {
  const ran: number[] = []
  let looks = 0
  const job = {
    name: 'job',
    async run(tenant: string, signal: AbortSignal) {
      ran.push(Date.now() - WEDNESDAY.getTime())
      return take(tenant, signal)
    },
  }
  const agenda = createAgenda({
    lanes: embeddedLanes({ store, clock, random: systemRandom }),
    clock,
    log,
    every: systemEvery,
    jobs: () => [job],
    woken: (at) => clockwork.wake(at),
  })
  const counted: Agenda = {
    ...agenda,
    look() {
      looks++
      return agenda.look()
    },
  }
  const clockwork = createClockwork({ agenda: () => counted, clock, log, beatMs: BEAT })
  return { agenda, clockwork, ran, looks: () => looks }
}

describe('clockwork: work runs at its own moment', () => {
  let timers: sinon.SinonFakeTimers
  let store: Store
  beforeEach(() => {
    timers = sinon.useFakeTimers({ now: WEDNESDAY, toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    store = memoryStore({ clock, random: systemRandom })
  })
  afterEach(() => timers.restore())

  it('at once when this process put it there', async () => {
    const one = process(store)
    one.clockwork.start()
    await timers.tickAsync(7_000)
    await one.agenda.wake('tenant-a', 'job', clock.now())
    await timers.tickAsync(0)
    assert.deepEqual(one.ran, [7_000])
  })

  it('to the second when this process said when', async () => {
    const one = process(store)
    one.clockwork.start()
    await timers.tickAsync(1_000)
    await one.agenda.wake('tenant-a', 'job', momentAfter(12_000))
    await timers.tickAsync(BEAT)
    assert.deepEqual(one.ran, [12_000])
  })

  it('to the second when it was seen coming, no matter who put it there', async () => {
    const [one, other] = [process(store), process(store)]
    await other.agenda.wake('tenant-a', 'job', momentAfter(3 * BEAT + 12_000))
    one.clockwork.start()
    await timers.tickAsync(4 * BEAT)
    assert.deepEqual(one.ran, [3 * BEAT + 12_000])
  })

  it('at the earlier of two moments, in whichever order they come', async () => {
    const one = process(store)
    one.clockwork.start()
    await timers.tickAsync(1_000)
    await one.agenda.wake('tenant-a', 'job', momentAfter(20_000))
    await one.agenda.wake('tenant-b', 'job', momentAfter(12_000))
    await one.agenda.wake('tenant-c', 'job', momentAfter(16_000))
    await timers.tickAsync(BEAT)
    assert.deepEqual(one.ran, [12_000, 16_000, 20_000])
  })

  it('at the next beat when another process put it there for now', async () => {
    const [one, other] = [process(store), process(store)]
    one.clockwork.start()
    await timers.tickAsync(7_000)
    await other.agenda.wake('tenant-a', 'job', clock.now())
    await timers.tickAsync(BEAT)
    assert.deepEqual(one.ran, [BEAT])
  })

  it('without a look for what is further away than a beat', async () => {
    const one = process(store)
    one.clockwork.start()
    await timers.tickAsync(1_000)
    await one.agenda.wake('tenant-a', 'job', momentAfter(40 * 24 * 60 * 60_000))
    await timers.tickAsync(1_000)
    assert.equal(one.looks(), 1)
  })

  it('at the moment that the job itself said', async () => {
    const one = process(store, async () => (one.ran.length < 3 ? momentAfter(one.ran.length * 4_000) : undefined))
    one.clockwork.start()
    await one.agenda.wake('tenant-a', 'job', clock.now())
    await timers.tickAsync(BEAT)
    assert.deepEqual(one.ran, [0, 4_000, 8_000])
  })

  it('also while the work of another tenant goes on and on', async () => {
    const one = process(store, (tenant) => (tenant === 'tenant-a' ? endless : Promise.resolve(undefined)))
    one.clockwork.start()
    await one.agenda.wake('tenant-a', 'job', clock.now())
    await one.agenda.wake('tenant-b', 'job', momentAfter(12_000))
    await timers.tickAsync(BEAT)
    assert.deepEqual(one.ran, [0, 12_000])
  })

  it('again at once when it was woken while it ran', async () => {
    const one = process(store, () => new Promise((resolve) => setTimeout(() => resolve(undefined), 5_000)))
    one.clockwork.start()
    await one.agenda.wake('tenant-a', 'job', clock.now())
    await timers.tickAsync(1_000)
    await one.agenda.wake('tenant-a', 'job', clock.now())
    await timers.tickAsync(BEAT)
    const [first, again = Number.NaN, ...more] = one.ran
    assert.deepEqual([first, more], [0, []])
    // A timer of these comes a millisecond after the one that set it.
    assert.ok(again - 5_000 <= 1, `again after ${again} milliseconds`)
  })

  it('a stop waits for what ends when it is told to, and leaves it to another', async () => {
    const [one, other] = [process(store, untilAborted), process(store)]
    one.clockwork.start()
    await one.agenda.wake('tenant-a', 'job', clock.now())
    await timers.tickAsync(1_000)
    await one.clockwork.stop()
    other.clockwork.start()
    await timers.tickAsync(0)
    assert.deepEqual(other.ran, [1_000])
    await other.clockwork.stop()
  })

  it('a stop does not wait for ever for what does not end, which another goes on with after the lease', async () => {
    const [one, other] = [process(store, () => endless), process(store)]
    one.clockwork.start()
    await one.agenda.wake('tenant-a', 'job', clock.now())
    await timers.tickAsync(1_000)
    let stopped = false
    const stopping = one.clockwork.stop().then(() => {
      stopped = true
    })
    await timers.tickAsync(GRACE_MS - 1)
    assert.equal(stopped, false)
    await timers.tickAsync(1)
    await stopping
    other.clockwork.start()
    await timers.tickAsync(3 * BEAT)
    assert.deepEqual(other.ran, [LEASE_MS])
  })

  it('a stop does not wait for ever for a look at a store that hangs', async () => {
    const one = process(store)
    const hangs = createClockwork({
      agenda: () => ({ ...one.agenda, look: () => endless }),
      clock,
      log,
      beatMs: BEAT,
    })
    hangs.start()
    let stopped = false
    const stopping = hangs.stop().then(() => {
      stopped = true
    })
    await timers.tickAsync(GRACE_MS - 1)
    assert.equal(stopped, false)
    await timers.tickAsync(1)
    await stopping
    assert.equal(timers.countTimers(), 0, 'nothing keeps the process alive')
  })

  it('no more once it is stopped', async () => {
    const one = process(store)
    one.clockwork.start()
    await timers.tickAsync(1_000)
    await one.agenda.wake('tenant-a', 'job', momentAfter(12_000))
    await one.clockwork.stop()
    await one.agenda.wake('tenant-b', 'job', clock.now())
    assert.equal(timers.countTimers(), 0, 'nothing keeps the process alive')
    await timers.tickAsync(3 * BEAT)
    assert.deepEqual(one.ran, [])
  })
})
