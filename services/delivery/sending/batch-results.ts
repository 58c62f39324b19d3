import type { Moved, Tray } from './batch.ts'

/** Why sending ended before all was sent: until that moment, or until somebody lets it go on. */
export type Ended = { until?: Date } | undefined

/** One that was sent, or kept from it. */
export interface Flown extends Moved {
  ended?: Ended
}

/** What became of those of one tray, until it is recorded. */
export function landingsIn(tray: Tray) {
  const flying = new Set<Promise<void>>()
  const done: Flown[] = []
  let ended: Ended

  async function record(): Promise<void> {
    const landed = done.splice(0)
    if (landed.length > 0) await tray.record(landed)
  }

  return {
    record,

    /** Why nothing more is to be sent, once one has landed that says so. */
    ended: () => ended,

    /** Nothing more is to be sent, until somebody lets it go on. */
    end(): void {
      ended ??= {}
    },

    /** Those that have landed, to be recorded together with the next. */
    taken: () => done.splice(0),

    /** Those that were taken and not recorded, because of this error: they are recorded with the others. */
    back(taken: readonly Flown[], error: unknown): never {
      done.unshift(...taken)
      throw error
    },

    land(flight: Promise<Flown>): Promise<void> {
      const one: Promise<void> = flight.then((flown) => {
        flying.delete(one)
        done.push(flown)
        ended ??= flown.ended
      })
      flying.add(one)
      return one
    },

    /** Those that still fly are recorded one by one, each when it lands. */
    recordTheRest: () => Promise.all([...flying].map((one) => one.then(record))),
  }
}
