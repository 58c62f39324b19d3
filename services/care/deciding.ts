import type { PersonId } from '../core/ports.ts'
import { change } from '../core/store/change.ts'
import { everything } from '../core/store/read-all.ts'
import type { Concerned } from './concerned.ts'
import type { Following } from './following.ts'
import type { CarePorts } from './ports.ts'
import type { Report, Reports } from './report.ts'

export type Judged = 'judged' | 'not-yours' /** Nobody judges their own words. */ | 'your-words'

/** Somebody decides what becomes of words that were reported. */
export function deciding(
  { keepers }: CarePorts,
  all: Reports,
  { markOf, judges }: Concerned,
  { settle, mended, mending }: Following,
) {
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
  }
}
