import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { type Clock, type Store, Unavailable } from '../../services/core/ports.ts'
import { interrupted } from '../delivery/interrupted.ts'

export const timedOut = () => new Unavailable('timed-out', 'moments: put')

/** A store that can go away, and what is counted of it. */
export interface Breakable {
  store: Store
  /** Thrown by everything that is asked of the store while it is away. */
  goAway(error?: Error): void
  /** Away once this many operations are done. Of the last of them nobody hears that it was, unless `heard`. */
  goAwayAfter(operations: number, heard?: boolean): void
  comeBack(): void
  /** How many operations began since it was last changed. */
  asked(): number
}

export function breakable(clock: Clock, kept: Store = memoryStore({ clock, random: systemRandom })): Breakable {
  let away: Error | undefined
  let left = Number.POSITIVE_INFINITY
  let asked = 0
  let isHeard = false
  const set = (error: Error | undefined, operations = Number.POSITIVE_INFINITY, heard = false) => {
    away = error
    left = operations
    isHeard = heard
    asked = 0
  }
  const check = () => {
    if (away) throw away
  }
  const store = interrupted(kept, {
    before() {
      asked++
      check()
    },
    after() {
      left--
      if (left > 0) return
      const wasThere = !away
      away = timedOut()
      if (!(wasThere && isHeard)) check()
    },
  })
  return {
    store: { ...store, ready: async () => check() },
    goAway: (error = timedOut()) => set(error),
    goAwayAfter: (operations, heard) => (operations > 0 ? set(undefined, operations, heard) : set(timedOut())),
    comeBack: () => set(undefined),
    asked: () => asked,
  }
}
