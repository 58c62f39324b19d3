import { type LaneEntry, SHARED } from '../../core/lane-entry.ts'
import type { Clock, Collection } from '../../core/ports.ts'
import { instant, later } from '../../core/time.ts'

const PAGE = 100
/** Clocks that differ by less than a lease, and leases that were just given, are no reason for a doubt. */
const LEASES = 2

/**
 * A lease is a moment on the clock. When a clock is set back, a lease ends an hour from now or later; a worker that
 * lives renews it within seconds, one that died never does. So a worker that begins, or sees the clock go back, looks
 * for leases that end too far away. If nobody renews one for twice a lease, as the machine counts time, its worker is
 * dead.
 */
export function lateLeases(entries: Collection<LaneEntry>, clock: Clock, elapsed: () => number) {
  let seen = new Map<string, { etag: string | undefined; since: number }>()
  let lookAt: number | undefined = elapsed()
  let last = clock.now()

  /** Held, and until too far away. */
  async function doubtful(leaseMs: number): Promise<LaneEntry[]> {
    const from = instant(later(clock.now(), LEASES * leaseMs))
    const found: LaneEntry[] = []
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const page = await entries.find({ tenant: SHARED }, { index: 'due', from, limit: PAGE, ...(after && { after }) })
      found.push(...page.items.filter(({ token }) => token !== undefined))
      after = page.next
    }
    return found
  }

  /** The lanes of dead workers that would have to wait for the clock; nearly always none, and nothing is read. */
  return async (leaseMs: number): Promise<LaneEntry[]> => {
    const now = clock.now()
    if (now < last) lookAt = elapsed()
    last = now
    if (lookAt === undefined || elapsed() < lookAt) return []
    const found = await doubtful(leaseMs)
    const at = elapsed()
    const before = seen
    seen = new Map(
      found.map((entry) => {
        const known = before.get(entry.id)
        return [entry.id, known && known.etag === entry.etag ? known : { etag: entry.etag, since: at }]
      }),
    )
    lookAt = found.length > 0 ? at + leaseMs : undefined
    return found.filter(({ id }) => at - (seen.get(id)?.since ?? at) >= LEASES * leaseMs)
  }
}
