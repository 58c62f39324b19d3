import { everything } from '../core/everything.ts'
import type { Clock, Collection, Doc, Instant, PersonId, Store } from '../core/ports.ts'
import { change } from '../core/put.ts'
import { days, instant, later } from '../core/time.ts'

/** A text whose meaning the person has yet to choose. It is kept for a day and then gone. */
export interface Draft extends Doc {
  person: PersonId
  /** Empty once it is where it was meant to be. */
  text: string
  at: Instant
}

export interface Drafts {
  keep(of: { tenant: string; person: PersonId }, id: string, text: string): Promise<Draft>
  get(of: { tenant: string; person: PersonId }, id: string): Promise<Draft | undefined>
  /** The text is where it was meant to be: only a mark stays, so that the same press finds that it is done. */
  done(of: { tenant: string; person: PersonId }, id: string): Promise<void>
  latest(of: { tenant: string; person: PersonId }): Promise<Draft | undefined>
  all(tenant: string, person: PersonId): Promise<Draft[]>
  forget(tenant: string, person: PersonId): Promise<void>
}

const KEPT_MS = days(1)

export function drafts({ store, clock }: { store: Store; clock: Clock }): Drafts {
  const kept: Collection<Draft> = store.collection({ name: 'drafts', owner: 'person', indexes: { at: ({ at }) => at } })
  const all = (tenant: string, person: PersonId) => everything(kept, { tenant, person }, 'at')

  return {
    async keep({ tenant, person }, id, text) {
      const known = await kept.get({ tenant, person, id })
      const now = clock.now()
      return known ?? kept.put({ tenant, person, id, text, at: instant(now), expires: instant(later(now, KEPT_MS)) })
    },
    get: ({ tenant, person }, id) => kept.get({ tenant, person, id }),
    async done({ tenant, person }, id) {
      await change(kept, { tenant, person, id }, (draft) => draft && { ...draft, text: '' })
    },
    latest: async ({ tenant, person }) => (await all(tenant, person)).at(-1),
    all,
    async forget(tenant, person) {
      for (const { id } of await all(tenant, person)) await kept.remove({ tenant, person, id })
    },
  }
}
