import type { Clock, Instant, Ledger, PersonId } from '../core/ports.ts'
import { days, instant, later } from '../core/time.ts'

/** Nobody puts back an older one. */
const OLDEST_BACKUP_MS = days(400)

export interface ErasuresPorts {
  clock: Clock
  ledger?: Ledger | undefined
  /** When this person was erased last, as the store knows it. */
  erasedAt(tenant: string, person: PersonId): Promise<Instant | undefined>
}

/** R11: a person who was erased stays erased, also when a backup from before that is put back. */
export function erasures({ clock, ledger, erasedAt }: ErasuresPorts) {
  return {
    /** Before it is done: what ends in between is done at the next start. */
    note: async (tenant: string, person: PersonId): Promise<void> =>
      ledger?.note({ what: 'erased', tenant, of: person, at: instant(clock.now()) }),

    /** The people who were erased according to the ledger, and not according to the store. */
    async undone(): Promise<{ tenant: string; person: PersonId }[]> {
      const last = new Map<string, { tenant: string; person: PersonId; at: Instant }>()
      const since = instant(later(clock.now(), -OLDEST_BACKUP_MS))
      for (const { what, tenant, of: person, at } of (await ledger?.all()) ?? [])
        if (what === 'erased' && at > since) last.set(`${tenant} ${person}`, { tenant, person, at })
      const found = []
      for (const { tenant, person, at } of last.values())
        if (((await erasedAt(tenant, person)) ?? '') < at) found.push({ tenant, person })
      return found
    },
  }
}

export type Erasures = ReturnType<typeof erasures>
