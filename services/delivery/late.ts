import type { Log } from '../core/ports.ts'

/** What is not waited for while the others go on: by tenant, until it has ended. */
export interface Late {
  /** Never rejects: what could not be recorded stays as under way, and is settled in its time. */
  land(tenant: string, landing: Promise<unknown>): void
  /** Resolves when also the slowest of this tenant has ended. */
  rest(tenant: string): Promise<void>
}

export function createLate(log: Log): Late {
  const late = new Map<string, Set<Promise<void>>>()
  return {
    land(tenant, landing) {
      const ours = late.get(tenant) ?? new Set()
      late.set(tenant, ours)
      const ending = landing
        .catch((error: unknown) =>
          log.error('outcome-lost', { tenant, code: error instanceof Error ? error.name : 'unknown' }),
        )
        .then(() => void ours.delete(ending))
      ours.add(ending)
    },

    async rest(tenant) {
      const ours = late.get(tenant) ?? new Set()
      while (ours.size > 0) await Promise.all(ours)
      if (late.get(tenant) === ours) late.delete(tenant)
    },
  }
}
