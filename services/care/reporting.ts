import type { PersonId } from '../core/ports.ts'
import { change } from '../core/store/change.ts'
import { instant } from '../core/time.ts'
import type { Concerned } from './concerned.ts'
import type { Following } from './following.ts'
import type { CarePorts } from './ports.ts'
import { type Hidden, type Kind, type Reason, type Report, type Reports, reportId } from './report.ts'

/** Something that somebody sees, and may report. */
export interface Seen {
  kind: Kind
  /** The pulse or the item. */
  of: string
  /** Which one of its kind, as its keeper knows it. */
  key: string
  /** The words, and what it takes to put them back. */
  hidden: Hidden
  author?: PersonId
  until: Date
}

export type Reported =
  /** `forYou`: hidden for the person who reported it alone, who reads the pulse as a manager. */
  | { kind: 'hidden'; isDecided: boolean; forYou?: boolean }
  /** Somebody who decides put it back before: it is not hidden again. */
  | { kind: 'restored' }

/** So many who report the same words hear what became of them. */
const MOST_REPORTERS = 100

/**
 * Undefined when they are known, or when so many are that one more changes nothing. `alone` is a reader's mark: where only
 * readers reported it, it is hidden for each of these; the first report of another hides it for all.
 */
function withReporter(report: Report, mark: string, alone: string | undefined): Report | undefined {
  const { only, ...rest } = report
  const by = report.by.length >= MOST_REPORTERS ? report.by : [...report.by, mark]
  if (only && !alone) return { ...rest, by, unsettled: true }
  if (report.by.includes(mark) || by === report.by) return undefined
  return only && alone ? { ...report, by, only: [...only, alone], unsettled: true } : { ...report, by }
}

const decided = (fate: 'restored' | 'removed'): Reported =>
  fate === 'restored' ? { kind: 'restored' } : { kind: 'hidden', isDecided: true }

/** Somebody reports words. */
export function reporting(
  { clock, secrets, keepers }: CarePorts,
  all: Reports,
  { markOf, judges }: Concerned,
  { settle, mending }: Following,
) {
  return {
    /** Hidden before anybody decides. The same report again changes nothing. */
    async report(tenant: string, person: PersonId, seen: Seen, reason: Reason): Promise<Reported> {
      const id = reportId(secrets, seen.kind, seen.key)
      const known = await all.get({ tenant, id })
      if (known && known.state !== 'hidden') return decided(known.state)
      const mark = markOf(tenant, person)
      const alone = await keepers[seen.kind].aloneFor(tenant, seen.of, person)
      const fresh: Report = {
        tenant,
        id,
        kind: seen.kind,
        of: seen.of,
        state: 'hidden',
        reason,
        by: [mark],
        ...(alone && { only: [alone] }),
        unsettled: true,
        at: instant(clock.now()),
        until: instant(seen.until),
        hidden: seen.hidden,
        ...(seen.author && { author: markOf(tenant, seen.author) }),
      }
      await mending(tenant)
      // First it is kept here, then taken away there: words are never lost on the way.
      const { doc = fresh } = await change(all, fresh, (current) =>
        current ? withReporter(current, mark, alone) : fresh,
      )
      if (doc.unsettled) await settle(doc)
      // Somebody decided meanwhile: then that is what there is to say.
      const now = (await all.get(doc)) ?? doc
      if (now.state !== 'hidden') return decided(now.state)
      return { kind: 'hidden', isDecided: (await judges(now)).length > 0, ...(now.only && { forYou: true }) }
    },
  }
}
