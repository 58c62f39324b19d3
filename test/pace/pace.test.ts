import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { conversationWindows } from '../../services/delivery/pace/conversation-windows.ts'
import { createPace, mayGo, type Pace } from '../../services/delivery/pace/pace.ts'
import { mostWithin, simulatedTime } from './simulated.ts'

const DELFT = 'delft'
const GOUDA = 'gouda'

/** A process: what it knows goes with it, what is stored stays. */
function world(rps = 25) {
  const time = simulatedTime()
  const store = memoryStore({ clock: time.clock, random: systemRandom })
  const start = () => createPace({ clock: time.clock, wait: time.wait, store, rps })
  return { time, store, start, pace: start() }
}

/** Sends so many in one tenant, a batch at a time as the sender does, and gives the moments at which they went. */
async function sent(pace: Pace, passed: () => number, tenant: string, count: number, batch = 25): Promise<number[]> {
  const moments: number[] = []
  for (let from = 0; from < count; from += batch) {
    const numbers = Array.from({ length: Math.min(batch, count - from) }, (_, index) => from + index)
    await Promise.all(
      numbers.map(async (person) => {
        assert.ok(mayGo(await pace.slot(tenant, `p${person}`)))
        moments.push(passed())
      }),
    )
  }
  return moments
}

describe('the pace of one tenant', () => {
  for (const rps of [1, 4, 5, 10, 25, 45])
    it(`at ${rps} a second: never more than a tenth over it in any second, and hardly less`, async () => {
      const { time, pace } = world(rps)
      const moments = await time.until(sent(pace, time.passed, DELFT, 40 * rps))
      assert.ok(mostWithin(1000, moments) <= 1.1 * rps, `${mostWithin(1000, moments)} in a second`)
      assert.ok(mostWithin(1000, moments) < 50)
      assert.ok(time.passed() <= 1.02 * 40_000 + 4000, `took ${time.passed()} ms`)
    })

  it('keeps quiet for an hour at most, whatever it is told or reads', async () => {
    const { time, pace, start } = world()
    await time.until(pace.pause(DELFT, 99_999_999_999_000))
    for (const one of [pace, start()]) {
      const { until } = await time.until(one.begin(DELFT))
      assert.equal(until && until.getTime() - time.clock.now().getTime(), 3_600_000)
    }
  })

  it('no burst: two messages never go at the same moment', async () => {
    const { time, pace } = world()
    const moments = await time.until(sent(pace, time.passed, DELFT, 500))
    assert.equal(new Set(moments).size, moments.length)
  })

  it('begins with 5 a second and doubles every 2 seconds', async () => {
    const { time, pace } = world()
    const moments = await time.until(sent(pace, time.passed, DELFT, 200))
    const within = (from: number, to: number) => moments.filter((at) => at >= from && at < to).length
    assert.deepEqual(
      [within(0, 1000), within(1000, 2000), within(2500, 3500), within(5000, 6000), within(7000, 8000)],
      [5, 5, 10, 20, 25],
    )
  })

  it('begins slowly again after a rest', async () => {
    const { time, pace } = world()
    await time.until(sent(pace, time.passed, DELFT, 300))
    assert.equal(pace.rate(DELFT), 25)
    await time.until(time.wait(61_000))
    await time.until(sent(pace, time.passed, DELFT, 1))
    assert.equal(pace.rate(DELFT), 5)
  })

  it('20,000 people at 25 a second are done within 1.02 of the time that takes', async () => {
    const { time, pace } = world()
    await time.until(sent(pace, time.passed, DELFT, 20_000))
    assert.ok(time.passed() <= 1.02 * 800_000, `took ${time.passed()} ms`)
  })

  it('what is recorded between two batches costs no pace', async () => {
    const { time, pace } = world()
    const work = async () => {
      for (let batch = 0; batch < 80; batch++) {
        await sent(pace, time.passed, DELFT, 25)
        await time.wait(30)
      }
    }
    await time.until(work())
    assert.ok(time.passed() <= 1.02 * 80_000 + 4000, `took ${time.passed()} ms`)
  })

  it('makes room for replies, which do not wait', async () => {
    const { time, pace } = world()
    await time.until(sent(pace, time.passed, DELFT, 200))
    const moments: number[] = []
    const replies = async () => {
      for (let reply = 0; reply < 100; reply++) {
        pace.note(DELFT, `r${reply}`)
        moments.push(time.passed())
        await time.wait(100)
      }
    }
    const round = sent(pace, time.passed, DELFT, 150)
    await time.until(Promise.all([replies(), round]))
    const all = [...moments, ...(await round)].sort((a, b) => a - b)
    assert.ok(mostWithin(1000, all) <= 27, `${mostWithin(1000, all)} in a second`)
  })

  it('forty replies at once hold the others up for a second, not for longer', async () => {
    const { time, pace } = world()
    await time.until(sent(pace, time.passed, DELFT, 200))
    for (let reply = 0; reply < 40; reply++) pace.note(DELFT, `r${reply}`)
    const before = time.passed()
    await time.until(sent(pace, time.passed, DELFT, 1))
    assert.equal(time.passed() - before, 1000)
  })

  it('two tenants do not slow each other', async () => {
    const { time, pace } = world()
    await time.until(Promise.all([sent(pace, time.passed, DELFT, 1000), sent(pace, time.passed, GOUDA, 1000)]))
    assert.ok(time.passed() <= 40_000 * 1.02 + 4000, `took ${time.passed()} ms`)
  })
})

describe('the pace of one conversation', () => {
  it('7 in a second, 8 in two, 60 in thirty', async () => {
    const { time, pace } = world(45)
    await time.until(sent(pace, time.passed, DELFT, 400))
    const moments: number[] = []
    const work = async () => {
      while (moments.length < 150) {
        const { retry } = await pace.slot(DELFT, 'sanne')
        if (retry) await time.wait(retry.getTime() - time.clock.now().getTime())
        else moments.push(time.passed())
      }
    }
    await time.until(work())
    assert.ok(mostWithin(1000, moments) <= 7)
    assert.ok(mostWithin(2000, moments) <= 8)
    assert.ok(mostWithin(30_000, moments) <= 60)
    assert.equal(mostWithin(30_000, moments), 60, 'as many as there may be')
  })

  it('1800 in an hour: after that it is passed over, and the others go on', async () => {
    const { time, pace } = world()
    for (let message = 0; message < 1800; message++) {
      pace.note(DELFT, 'sanne')
      await time.until(time.wait(600))
    }
    const { retry } = await time.until(pace.slot(DELFT, 'sanne'))
    assert.ok(retry && retry.getTime() - time.clock.now().getTime() > 2_000_000)
    assert.ok(mayGo(await time.until(pace.slot(DELFT, 'karin'))))
  })

  it('several that wait for one place do not take it together', async () => {
    const { time, pace } = world(45)
    await time.until(sent(pace, time.passed, DELFT, 400))
    const moments: number[] = []
    const work = async () => {
      assert.ok(mayGo(await pace.slot(DELFT, 'sanne')))
      moments.push(time.passed())
    }
    await time.until(Promise.all(Array.from({ length: 20 }, work)))
    assert.ok(mostWithin(1000, moments) <= 7)
    assert.ok(mostWithin(2000, moments) <= 8)
  })

  it('is forgotten when it does not matter any more: a round of many people costs no memory', () => {
    const windows = conversationWindows()
    for (let person = 0; person < 10_000; person++) windows.took(`p${person}`, person * 40)
    assert.ok(windows.size() <= 60, `${windows.size()} remembered`)
  })

  it('a conversation that is full for a moment keeps nobody else', async () => {
    const { time, pace } = world()
    await time.until(sent(pace, time.passed, DELFT, 200))
    for (let message = 0; message < 8; message++) pace.note(DELFT, 'sanne')
    const before = time.passed()
    const order: string[] = []
    const to = async (person: string) => {
      await pace.slot(DELFT, person)
      order.push(person)
    }
    await time.until(Promise.all([to('sanne'), to('karin')]))
    assert.deepEqual(order, ['karin', 'sanne'])
    assert.ok(time.passed() - before >= 2000)
  })
})

describe('a pause', () => {
  it('case 55: the whole tenant keeps quiet for all of it, and no longer', async () => {
    const { time, pace } = world()
    await time.until(sent(pace, time.passed, DELFT, 50))
    await pace.pause(DELFT, 3000)
    const from = time.passed()
    const moments = await time.until(sent(pace, time.passed, DELFT, 50))
    assert.equal(Math.min(...moments) - from, 3000)
  })

  it('case 55: holds who was already waiting for their turn', async () => {
    const { time, pace } = world()
    const round = sent(pace, time.passed, DELFT, 25)
    await time.until(time.wait(1000))
    await pace.pause(DELFT, 4000)
    const moments = await time.until(round)
    assert.deepEqual(
      moments.filter((at) => at > 1000 && at < 5000),
      [],
    )
  })

  it('case 55: a long one says until when, so that the lane can be given back', async () => {
    const { time, pace } = world()
    const until = await pace.pause(DELFT, 30_000)
    assert.equal(until?.getTime(), time.clock.now().getTime() + 30_000)
    assert.deepEqual(await pace.slot(DELFT, 'sanne'), { until })
    assert.deepEqual(await pace.begin(DELFT), { until })
    await time.until(time.wait(30_000))
    assert.deepEqual(await pace.begin(DELFT), {})
    assert.ok(mayGo(await time.until(pace.slot(DELFT, 'sanne'))))
  })

  it('is not ended by a reply that goes all the same', async () => {
    const { time, pace } = world()
    await pace.pause(DELFT, 4000)
    pace.note(DELFT, 'sanne')
    const moments = await time.until(sent(pace, time.passed, DELFT, 1))
    assert.deepEqual(moments, [4000])
  })

  it('the longest of several counts', async () => {
    const { pace, time } = world()
    await Promise.all([10, 30, 20].map((seconds) => pace.pause(DELFT, seconds * 1000)))
    const { until } = await pace.slot(DELFT, 'sanne')
    assert.equal(until?.getTime(), time.clock.now().getTime() + 30_000)
  })

  it('halves the pace once, however many refusals it had, and never below 1', async () => {
    const { time, pace } = world()
    await time.until(sent(pace, time.passed, DELFT, 300))
    for (let refusal = 0; refusal < 10; refusal++) await pace.pause(DELFT, 2000 + refusal)
    assert.equal(pace.rate(DELFT), 12.5)
    for (let times = 0; times < 10; times++) {
      await time.until(time.wait(3000))
      await pace.pause(DELFT, 1000)
    }
    assert.equal(pace.rate(DELFT), 1)
  })

  it('case 55: survives a restart, no matter who asks first', async () => {
    const { time, store, pace } = world()
    await time.until(sent(pace, time.passed, DELFT, 300))
    await pace.pause(DELFT, 30_000)
    const slow: typeof store = {
      ...store,
      collection(spec) {
        const kept = store.collection(spec)
        return { ...kept, get: (key) => new Promise((resolve) => setImmediate(() => resolve(kept.get(key)))) }
      },
    }
    const again = createPace({ clock: time.clock, wait: time.wait, store: slow, rps: 25 })
    const slots = await Promise.all(['sanne', 'karin', 'jan'].map((person) => again.slot(DELFT, person)))
    assert.ok(slots.every(({ until }) => until?.getTime() === time.clock.now().getTime() + 30_000))
  })

  it('case 55: what another process was told is seen at the next run of the job', async () => {
    const { time, pace, start } = world()
    const other = start()
    await time.until(sent(other, time.passed, DELFT, 10))
    await pace.pause(DELFT, 30_000)
    assert.equal((await other.begin(DELFT)).until?.getTime(), time.clock.now().getTime() + 30_000)
    assert.ok((await other.slot(DELFT, 'sanne')).until)
  })

  it('does not slow another tenant', async () => {
    const { time, pace } = world()
    await pace.pause(DELFT, 4000)
    const round = sent(pace, time.passed, DELFT, 10)
    const moments = await time.until(sent(pace, time.passed, GOUDA, 20))
    assert.ok(Math.max(...moments) < 4000)
    await time.until(round)
  })

  it('reads the store once a run and writes it once a pause', async () => {
    const { time, store, start } = world()
    const calls: string[] = []
    const counted = createPace({
      clock: time.clock,
      wait: time.wait,
      rps: 25,
      store: {
        ...store,
        collection(spec) {
          const kept = store.collection(spec)
          return {
            ...kept,
            get(key) {
              calls.push('get')
              return kept.get(key)
            },
            put(doc) {
              calls.push('put')
              return kept.put(doc)
            },
          }
        },
      },
    })
    await counted.begin(DELFT)
    await time.until(sent(counted, time.passed, DELFT, 200))
    assert.deepEqual(calls, ['get'])
    await Promise.all(Array.from({ length: 25 }, (_, ms) => counted.pause(DELFT, 30_000 + ms)))
    assert.ok(calls.filter((call) => call === 'put').length <= 2, calls.join())
    assert.equal((await start().begin(DELFT)).until?.getTime(), time.clock.now().getTime() + 30_024)
  })
})
