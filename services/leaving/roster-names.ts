import type { Clock } from '../core/ports.ts'
import { BETWEEN, partsOfName } from '../core/text/names.ts'
import { days } from '../core/time.ts'
import { LEAST } from './written-words.ts'

export interface RosterNamesPorts {
  clock: Clock
  /** Another one after every change of the roster: one small read. */
  stampOf(tenant: string): Promise<string | undefined>
  /** Everybody on the roster: read again only when the stamp is another one. */
  everyone(tenant: string): Promise<readonly { name: string }[]>
}

/** An import that was cut off leaves no stamp: its names are seen when the index has grown so old. */
const OLD_MS = days(1)
/** Of how many municipalities the names are kept. */
const MOST_TENANTS = 50

interface Known {
  stamp: string | undefined
  at: number
  parts: Promise<ReadonlySet<string>>
}

/**
 * The parts of all names of a municipality, in memory. A text costs one small read, however many people work there; the
 * roster itself is read once, and again after it changed.
 */
export function rosterNames({ clock, stampOf, everyone }: RosterNamesPorts) {
  const known = new Map<string, Known>()

  async function read(tenant: string): Promise<ReadonlySet<string>> {
    const parts = new Set<string>()
    for (const { name } of await everyone(tenant))
      for (const part of partsOfName(name)) if (part.length >= LEAST && !BETWEEN.has(part)) parts.add(part)
    return parts
  }

  return async (tenant: string): Promise<(part: string) => boolean> => {
    const stamp = await stampOf(tenant)
    const at = clock.now().getTime()
    const before = known.get(tenant)
    const holds = before && before.stamp === stamp && Math.abs(at - before.at) < OLD_MS
    const now = holds ? before : { stamp, at, parts: read(tenant) }
    known.delete(tenant)
    known.set(tenant, now)
    const [oldest] = known.keys()
    if (known.size > MOST_TENANTS && oldest !== undefined) known.delete(oldest)
    try {
      const parts = await now.parts
      return (part) => parts.has(part)
    } catch (error) {
      if (known.get(tenant) === now) known.delete(tenant)
      throw error
    }
  }
}
