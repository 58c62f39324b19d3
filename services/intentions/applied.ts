import type { Clock, Collection, Instant, PersonId } from '../core/ports.ts'
import { everything } from '../core/store/read-all.ts'
import { type Day, dayOf, instant, momentOn, plusDays } from '../core/time.ts'
import type { Job } from '../delivery/operating/agenda.ts'
import type { Intention } from './documents.ts'

const JOB = 'applied'

export interface AppliedPorts {
  kept: Collection<Intention>
  clock: Clock
  wake(tenant: string, job: string, at: Date): Promise<void>
  /** Says of something that was shared who works by it now. */
  tell(tenant: string, item: string, people: ReadonlySet<PersonId>): Promise<void>
}

const firstOf = ({ year, month }: Day): Date => momentOn({ year, month, day: 1 }, '00:00')
const nextFirst = (at: Date): Date => {
  const { year, month } = dayOf(at)
  return firstOf(plusDays({ year, month, day: 1 }, 31))
}

/** When somebody said that they work by it now; undefined where they said otherwise since. */
export const appliedAt = ({ checks }: Pick<Intention, 'checks'>): Instant | undefined => {
  const last = checks.at(-1)
  return last?.result === 'toegepast' ? last.at : undefined
}

/**
 * R30: what colleagues shared is told as applied on the first of a month, of what was said before it, whenever in that month this
 * runs. So nobody sees on which day somebody said so.
 */
export function applied({ kept, clock, wake, tell }: AppliedPorts) {
  const job: Job = {
    name: JOB,
    async run(tenant) {
      const first = instant(firstOf(dayOf(clock.now())))
      const all = await everything(kept, { tenant }, 'applied')
      for (const [item = '', said] of Map.groupBy(all, (one) => one.item)) {
        const before = said.filter((one) => (appliedAt(one) ?? first) < first)
        await tell(tenant, item, new Set(before.map(({ person }) => person)))
      }
      return all.length > 0 ? nextFirst(clock.now()) : undefined
    },
  }
  return {
    job,
    /** Somebody said so: it counts from the next first of a month. */
    said: ({ tenant }: Intention) => wake(tenant, JOB, nextFirst(clock.now())),
  }
}
