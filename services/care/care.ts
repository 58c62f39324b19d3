import type { PersonId } from '../core/ports.ts'
import { change } from '../core/store/change.ts'
import { everything } from '../core/store/read-all.ts'
import { instant, later } from '../core/time.ts'
import { CARE_JOB, type CarePorts, following } from './following.ts'
import {
  emptied,
  type Fate,
  type Hidden,
  type Kind,
  type Reason,
  type Report,
  reports,
  withoutPerson,
} from './report.ts'

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

export type Judged = 'judged' | 'not-yours' /** Nobody judges their own words. */ | 'your-words'

/** What came between a write and what follows from it is mended after so long. */
const MENDED_MS = 60_000
/** So many who report the same words hear what became of them. */
const MOST_REPORTERS = 100

/** Words that hurt or name somebody: hidden at once, and decided on by somebody other than HR. */
export function care(ports: CarePorts) {
  const { clock, secrets, keepers } = ports
  const all = reports(ports.store)
  const idOf = (kind: Kind, key: string) => secrets.hmac('report', kind, key).slice(0, 24)
  const { settle, job, judges, markOf } = following(ports, all)

  const mended = () => instant(later(clock.now(), MENDED_MS))

  /** Woken before the write, for a moment after it: wherever this is cut off, the job finds it and does the rest. */
  const mending = (tenant: string) => ports.wake(tenant, CARE_JOB, new Date(mended()))

  async function mayDecide(tenant: string, person: PersonId, id: string): Promise<Report | undefined> {
    const report = await all.get({ tenant, id })
    return report?.state === 'hidden' && (await judges(report)).includes(person) ? report : undefined
  }

  /** When two decide at once the first decision holds, and only what that brings about is done. */
  async function decide(tenant: string, person: PersonId, id: string, fate: 'restored' | 'removed'): Promise<Judged> {
    const report = await mayDecide(tenant, person, id)
    if (!report) return 'not-yours'
    // Known in an author's own turn alone, so that no list or message shows whose quote it is.
    if (report.hidden && (await keepers[report.kind].isOwn(tenant, person, report.hidden))) return 'your-words'
    await mending(tenant)
    const { doc } = await change(all, report, (current): Report | undefined =>
      current?.state === 'hidden'
        ? { ...current, state: fate, unsettled: true, ...(current.unsettled && { contested: mended() }) }
        : undefined,
    )
    if (doc?.unsettled) await settle(doc)
    return doc?.state === fate ? 'judged' : 'not-yours'
  }

  return {
    /** Hidden before anybody decides. The same report again changes nothing. */
    async report(tenant: string, person: PersonId, seen: Seen, reason: Reason): Promise<Reported> {
      const id = idOf(seen.kind, seen.key)
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

    restore: (tenant: string, person: PersonId, id: string) => decide(tenant, person, id, 'restored'),
    removeForGood: (tenant: string, person: PersonId, id: string) => decide(tenant, person, id, 'removed'),

    /** What waits for this person to decide, oldest first. */
    async waiting(tenant: string, person: PersonId): Promise<Report[]> {
      const open = await everything(all, { tenant }, 'waiting')
      const mine = await Promise.all(open.map((one) => mayDecide(tenant, person, one.id)))
      return mine.flatMap((one) => one ?? [])
    },

    /** What somebody is told of a report: to decide on it, or what became of it. Undefined when it concerns them no more. */
    async toldTo(tenant: string, person: PersonId, id: string) {
      const report = await all.get({ tenant, id })
      const mark = markOf(tenant, person)
      if (!report) return undefined
      if (report.author === mark) return { as: 'author' as const, report }
      if (report.by.includes(mark)) return { as: 'reporter' as const, report }
      return (await mayDecide(tenant, person, id)) && { as: 'judge' as const, report }
    },

    job,

    /** What was hidden and not put back is not shown again as it was; other words are other words. */
    async mayStand(tenant: string, kind: Kind, key: string): Promise<boolean> {
      const report = await all.get({ tenant, id: idOf(kind, key) })
      return !report || report.state === 'restored'
    },

    /** What became of these words; undefined when nobody reported them. */
    fateOf: async (tenant: string, kind: Kind, key: string): Promise<Fate | undefined> =>
      (await all.get({ tenant, id: idOf(kind, key) }))?.state,

    /** Its author took it back: nothing is left to put back. */
    async drop(tenant: string, of: string): Promise<void> {
      for (const one of await everything(all, { tenant }, 'of', of)) await change(all, one, emptied)
    },

    async export(tenant: string, person: PersonId) {
      const mark = markOf(tenant, person)
      const mine = (await everything(all, { tenant }, 'all')).filter(({ by }) => by.includes(mark))
      return mine.map(({ kind, reason, at, state }) => ({ kind, reason, at, state }))
    },

    async forget(tenant: string, person: PersonId): Promise<void> {
      const mark = markOf(tenant, person)
      for (const one of await everything(all, { tenant }, 'all')) {
        if (one.author !== mark && !one.by.includes(mark)) continue
        await change(all, one, (current) => current && withoutPerson(current, mark))
      }
    },
  }
}

export type CareService = ReturnType<typeof care>

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
