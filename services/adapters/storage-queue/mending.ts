import { type LaneEntry, SHARED } from '../../core/lane-entry.ts'
import { instant, later } from '../../core/time.ts'
import type { Arm } from './arming.ts'
import type { Parts } from './ports.ts'

const EVERY_MS = 3_600_000
/** A lane that is due for this long has been seen by somebody, if it has a message at all. */
const GRACE_MS = 60_000
/** A clock that gained so much was moved. */
const MOVED_MS = 1_000
const PAGE = 100

export interface Mending {
  /** Mends when it is time to. */
  mend(): Promise<void>
  /** The next time is time. */
  soon(): void
}

/**
 * Finds lanes that no message brings: of another keeper before this one, of a queue that was away or emptied, or because
 * the clock was moved while messages wait by real time. Looks at all of them at first, then once an hour and after a
 * move at what is due. `elapsed` is in milliseconds of real time.
 */
export function createMending({ queue, entries, clock }: Parts, arm: Arm, elapsed = () => performance.now()): Mending {
  let lookedAt: number | undefined
  let ahead = Number.POSITIVE_INFINITY

  async function mend(entry: LaneEntry, overdue: string): Promise<void> {
    const { alarm, due = '', token } = entry
    if (alarm && due > overdue) return
    const found = alarm ? await queue.hide(alarm, 0) : 'gone'
    if (typeof found === 'object' || (found === 'taken' && token !== undefined)) return
    await arm(entry, undefined)
  }

  async function mendAll(overdue: string, to?: string): Promise<void> {
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const page = await entries.find({ tenant: SHARED }, { index: 'due', limit: PAGE, to, after })
      await Promise.all(page.items.map((entry) => mend(entry, overdue)))
      after = page.next
    }
  }

  return {
    async mend() {
      const now = elapsed()
      const lead = clock.now().getTime() - now
      const wasMoved = lead - ahead > MOVED_MS
      const everything = lookedAt === undefined
      ahead = lead
      if (!wasMoved && lookedAt !== undefined && now - lookedAt < EVERY_MS) return
      const overdue = instant(later(clock.now(), wasMoved ? 0 : -GRACE_MS))
      lookedAt = now
      try {
        // A queue that is away would have every entry written in vain.
        await queue.ready()
        await mendAll(overdue, everything ? undefined : instant(later(new Date(overdue), 1)))
      } catch (error) {
        lookedAt = undefined
        throw error
      }
    },

    soon() {
      lookedAt = undefined
    },
  }
}
