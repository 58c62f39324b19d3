import type { PersonId } from '../core/ports.ts'
import { change } from '../core/store/change.ts'
import { everything } from '../core/store/read-all.ts'
import { concerned } from './concerned.ts'
import { deciding } from './deciding.ts'
import { following } from './following.ts'
import type { CarePorts } from './ports.ts'
import { emptied, type Fate, type Kind, reportId, reports, withoutPerson } from './report.ts'
import { reporting } from './reporting.ts'

/** Words that hurt or name somebody: hidden at once, and decided on by somebody other than HR. */
export function care(ports: CarePorts) {
  const { secrets } = ports
  const all = reports(ports.store)
  const whom = concerned(ports)
  const { markOf } = whom
  const followed = following(ports, all, whom)

  return {
    ...reporting(ports, all, whom, followed),
    ...deciding(ports, all, whom, followed),
    job: followed.job,

    /** What was hidden and not put back is not shown again as it was; other words are other words. */
    async mayStand(tenant: string, kind: Kind, key: string): Promise<boolean> {
      const report = await all.get({ tenant, id: reportId(secrets, kind, key) })
      return !report || report.state === 'restored'
    },

    /** What became of these words; undefined when nobody reported them. */
    fateOf: async (tenant: string, kind: Kind, key: string): Promise<Fate | undefined> =>
      (await all.get({ tenant, id: reportId(secrets, kind, key) }))?.state,

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
