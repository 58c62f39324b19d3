import assert from 'node:assert/strict'
import sinon from 'sinon'
import { createClockwork } from '../../bot/clockwork.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Store } from '../../services/core/ports.ts'
import { type Agenda, createAgenda } from '../../services/delivery/agenda.ts'
import { WEDNESDAY } from '../house.ts'

const BEAT = 30_000
const clock = { now: () => new Date() }
const log = { info: () => {}, error: () => {} }
const momentAfter = (milliseconds: number) => new Date(WEDNESDAY.getTime() + milliseconds)

/** One process: when its job ran, in milliseconds since it began, and how often it looked. */
function process(store: Store) {
  const ran: number[] = []
  let looks = 0
  const job = { name: 'job', run: async () => void ran.push(Date.now() - WEDNESDAY.getTime()) }
  const agenda = createAgenda(
    { store, clock, log },
    () => [job],
    (at) => clockwork.wake(at),
  )
  const counted: Agenda = {
    ...agenda,
    look(ahead) {
      looks++
      return agenda.look(ahead)
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

  it('to the second when it was seen coming, whoever put it there', async () => {
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

  it('no more once it is stopped', async () => {
    const one = process(store)
    one.clockwork.start()
    await timers.tickAsync(1_000)
    await one.agenda.wake('tenant-a', 'job', momentAfter(12_000))
    await one.clockwork.stop()
    await one.agenda.wake('tenant-b', 'job', clock.now())
    await timers.tickAsync(3 * BEAT)
    assert.deepEqual(one.ran, [])
  })
})
