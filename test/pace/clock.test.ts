import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { days, hours } from '../../services/core/time.ts'
import { createPace, mayGo, type Pace } from '../../services/delivery/pace/pace.ts'
import { mostWithin, simulatedTime } from './simulated.ts'

const DELFT = 'delft'

/** Time goes on as it does; what the clock says is another thing. */
function world() {
  const time = simulatedTime()
  let wrong = 0
  const clock = { now: () => new Date(time.clock.now().getTime() + wrong) }
  const store = memoryStore({ clock: time.clock, random: systemRandom })
  const start = () => createPace({ clock, wait: time.wait, store, rps: 25 })
  return { time, start, set: (milliseconds: number) => (wrong += milliseconds) }
}

/** Sends to so many people and gives the moments, in time that passed. */
async function sent(pace: Pace, passed: () => number, count: number, prefix: string): Promise<number[]> {
  const moments: number[] = []
  for (let person = 0; person < count; person++) {
    assert.ok(mayGo(await pace.slot(DELFT, `${prefix}${person}`)))
    moments.push(passed())
  }
  return moments
}

describe('the pace, when the clock is set', () => {
  for (const [name, steps] of [
    ['back ten minutes', [-hours(1) / 6]],
    ['back a day', [-days(1)]],
    ['forward a year and back', [days(365), -days(365)]],
  ] as const)
    it(`${name}: sending goes on at its rate`, async () => {
      const { time, start, set } = world()
      const pace = start()
      const moments = await time.until(sent(pace, time.passed, 100, 'before'))
      for (const [place, step] of steps.entries()) {
        set(step)
        moments.push(...(await time.until(sent(pace, time.passed, 100, `after${place}-`))))
      }
      assert.ok(time.passed() < 60_000, `took ${time.passed()} ms`)
      assert.ok(mostWithin(1000, moments) <= 28)
    })

  it('back ten minutes during a pause: the pause is as long as it was', async () => {
    const { time, start, set } = world()
    const pace = start()
    await pace.pause(DELFT, 4_000)
    set(-hours(1) / 6)
    await time.until(sent(pace, time.passed, 1, 'p'))
    assert.ok(time.passed() >= 4_000 && time.passed() < 6_000, `took ${time.passed()} ms`)
  })

  it('a pause that was kept a year ahead holds another process an hour at most, and once', async () => {
    const { time, start, set } = world()
    set(days(365))
    await start().pause(DELFT, 60_000)
    set(-days(365))
    const pace = start()
    const { until } = await pace.begin(DELFT)
    assert.ok(until && until.getTime() - time.clock.now().getTime() <= hours(1))
    await time.until(time.wait(hours(1) + 1))
    assert.deepEqual(await pace.begin(DELFT), {})
    assert.equal((await time.until(sent(pace, time.passed, 3, 'p'))).length, 3)
  })
})
