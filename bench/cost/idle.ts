import sinon from 'sinon'
import { BEAT_MS, createClockwork } from '../../bot/service/clockwork.ts'
import type { Spent } from './recorder.ts'
import type { Site } from './site.ts'

const DAY_MS = 24 * 60 * 60_000

/**
 * A day of the clockwork in which nobody does anything, with the timers and the clock of this process moved by hand.
 * The store must answer without a timer of its own.
 */
export async function idleDay({ recorder, bot, clock }: Site): Promise<Spent> {
  const timers = sinon.useFakeTimers({ now: clock.now(), toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  const log = { info: () => {}, error: () => {} }
  const clockwork = createClockwork({
    agenda: () => bot.app.agenda,
    clock: { now: () => new Date() },
    log,
    beatMs: BEAT_MS.production,
  })
  try {
    return await recorder.during(async () => {
      clockwork.start()
      await timers.tickAsync(DAY_MS)
      await clockwork.stop()
    })
  } finally {
    timers.restore()
  }
}
