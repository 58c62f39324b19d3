import type { Clock } from '../core/ports.ts'
import { hours } from '../core/time.ts'

/** What another process changed is seen here within a minute. */
const FRESH_MS = hours(1 / 60)

/** Something of each tenant, read once for all who ask in the same minute: a round asks for everybody. */
export function atHand<T>(clock: Clock, read: (tenant: string) => Promise<T>) {
  const known = new Map<string, { at: number; found: Promise<T> }>()
  return {
    of(tenant: string): Promise<T> {
      const now = clock.now().getTime()
      const before = known.get(tenant)
      if (before && Math.abs(now - before.at) < FRESH_MS) return before.found
      const found = read(tenant)
      known.set(tenant, { at: now, found })
      found.catch(() => known.delete(tenant))
      return found
    },

    /** From now on it is read again: it was changed here. */
    changed: (tenant: string) => void known.delete(tenant),
  }
}
