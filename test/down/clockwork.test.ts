import assert from 'node:assert/strict'
import sinon from 'sinon'
import { createClockwork } from '../../bot/service/clockwork.ts'
import { interrupted } from '../delivery/interrupted.ts'
import { House, TENANT, WEDNESDAY } from '../house.ts'
import { type Breakable, breakable, timedOut } from './breakable.ts'

const BEAT = 5_000
const HOUR = 3_600_000

/** Sanne's question, planned for a moment that has come. */
async function questionDue(house: House): Promise<void> {
  await house.say('sanne', 'vraag op woensdag 12:00')
  await house.app.rosterChanged(TENANT)
  await house.settle()
  house.now = new Date(WEDNESDAY.getTime() + 2 * HOUR + 60_000)
}

describe('down: the clockwork', () => {
  let timers: sinon.SinonFakeTimers
  let house: House
  let kept: Breakable
  let unhandled: unknown[]
  const note = (error: unknown) => void unhandled.push(error)

  beforeEach(async () => {
    unhandled = []
    process.on('unhandledRejection', note)
    const clock = { now: () => house?.now ?? WEDNESDAY }
    kept = breakable(clock)
    house = await House.open({ store: kept.store })
    timers = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate'] })
  })
  afterEach(() => {
    timers.restore()
    process.off('unhandledRejection', note)
  })

  const line = (event: string, fields?: object) => void house.logged.push(JSON.stringify({ event, ...fields }))
  const started = () => {
    const clockwork = createClockwork({
      agenda: () => house.app.agenda,
      clock: { now: () => house.now },
      log: { info: line, error: line },
      beatMs: BEAT,
    })
    clockwork.start()
    return clockwork
  }
  const beats = async (count: number) => {
    for (let beat = 0; beat < count; beat++) {
      house.now = new Date(house.now.getTime() + BEAT)
      await timers.tickAsync(BEAT)
      // The store answers in its own time, which these timers do not know.
      for (let step = 0; step < 50; step++) await Promise.resolve()
    }
  }
  const events = () => house.logged.map((one) => JSON.parse(one).event)

  it('says once that the store is away and once that it is back', async () => {
    const clockwork = started()
    await beats(3)
    for (const round of [1, 2]) {
      kept.goAway()
      await beats(100)
      assert.ok(kept.asked() >= 100, `${kept.asked()} looks: every beat asks anew`)
      kept.comeBack()
      await beats(3)
      assert.equal(events().join(), Array(round).fill('agenda-unreachable,agenda-back').join())
    }
    assert.match(house.logged[0] ?? '', /"code":"timed-out"/)
    await clockwork.stop()
    assert.deepEqual(unhandled, [])
  })

  it('loses nothing that came due meanwhile', async () => {
    await questionDue(house)
    kept.goAway()
    const clockwork = started()
    await beats(10)
    assert.equal(house.sent.length, 0)
    kept.comeBack()
    await beats(3)
    assert.equal(house.sentTo('sanne').length, 1)
    await clockwork.stop()
  })

  for (const [what, prepare] of [
    ['a week to plan', (town: House) => town.app.rosterChanged(TENANT)],
    ['a question to send', questionDue],
  ] as const)
    it(`says it once too while ${what} can be read and nothing can be written`, async () => {
      const away = { now: false }
      const store = interrupted(kept.store, {
        before(_, verb) {
          if (away.now && verb === 'put') throw timedOut()
        },
      })
      house = new House({ store })
      await prepare(house)
      away.now = true
      const clockwork = started()
      await beats(20)
      away.now = false
      await beats(20)
      await clockwork.stop()
      assert.deepEqual(events(), ['agenda-unreachable', 'agenda-back'])
    })

  it('is stopped and woken as ever while the store is away', async () => {
    const clockwork = started()
    kept.goAway()
    await beats(2)
    const asked = kept.asked()
    clockwork.wake(house.now)
    await timers.tickAsync(1)
    assert.ok(kept.asked() > asked)
    await clockwork.stop()
    const stopped = kept.asked()
    await beats(3)
    assert.equal(kept.asked(), stopped)
  })
})
