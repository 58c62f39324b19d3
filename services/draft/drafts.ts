import type { Clock, Collection, Doc, Instant, PersonId, Store } from '../core/ports.ts'
import { staying } from '../core/staying.ts'
import { change } from '../core/store/change.ts'
import { everything } from '../core/store/read-all.ts'
import { days, instant, later } from '../core/time.ts'

/** A text whose meaning the person has yet to choose. It is kept for a day and then gone. */
export interface Draft extends Doc {
  person: PersonId
  /** Empty once it is where it was meant to be. */
  text: string
  at: Instant
  /** The moment that it was written for, where it is not kept there: such a text lives for a month. */
  moment?: string
  /** What was chosen beside it on the card. */
  how?: string
  sharing?: string
}

/** A text for a moment that is not kept there. */
export type Beside = Required<Pick<Draft, 'id' | 'moment' | 'text' | 'how' | 'sharing'>>

export interface Drafts {
  keep(of: { tenant: string; person: PersonId }, id: string, text: string): Promise<Draft>
  /** A text that waits for its meaning. What lies beside a moment waits for no meaning. */
  get(of: { tenant: string; person: PersonId }, id: string): Promise<Draft | undefined>
  /** The text is where it was meant to be: only a mark stays, so that the same press finds that it is done. */
  done(of: { tenant: string; person: PersonId }, id: string): Promise<void>
  /** The message that brought it was changed, before anything was made of it. */
  reword(of: { tenant: string; person: PersonId }, id: string, text: string): Promise<void>
  /** Kept as it is now, whatever was kept under this id before. */
  keepBeside(of: { tenant: string; person: PersonId }, text: Beside): Promise<void>
  /** What was written for this moment, or for any, and is not kept there; oldest first. */
  beside(of: { tenant: string; person: PersonId }, moment?: string): Promise<Beside[]>
  /** The person chose: it is no longer needed. */
  remove(of: { tenant: string; person: PersonId }, id: string): Promise<void>
  /** The newest text whose meaning is not chosen yet. */
  latest(of: { tenant: string; person: PersonId }): Promise<Draft | undefined>
  all(tenant: string, person: PersonId): Promise<Draft[]>
  forget(tenant: string, person: PersonId): Promise<void>
}

const KEPT_MS = days(1)
const KEPT_BESIDE_MS = days(30)

export function drafts({ store, clock }: { store: Store; clock: Clock }): Drafts {
  const kept: Collection<Draft> = store.collection({
    name: 'drafts',
    owner: 'person',
    foundWithin: 'person',
    indexes: { at: ({ at }) => at },
    lives: { ofItself: ({ expires }) => expires },
  })
  const all = (tenant: string, person: PersonId) => everything(kept, { tenant, person }, 'at')

  return {
    async keep({ tenant, person }, id, text) {
      const known = await kept.get({ tenant, person, id })
      const now = clock.now()
      return known ?? kept.put({ tenant, person, id, text, at: instant(now), expires: instant(later(now, KEPT_MS)) })
    },
    async get({ tenant, person }, id) {
      const draft = await kept.get({ tenant, person, id })
      return draft?.moment ? undefined : draft
    },
    async done({ tenant, person }, id) {
      await change(kept, { tenant, person, id }, (draft) => draft && shellOf(draft))
    },
    async reword({ tenant, person }, id, text) {
      await change(kept, { tenant, person, id }, (draft) => (draft?.text ? { ...draft, text } : undefined))
    },
    async keepBeside({ tenant, person }, { id, moment, text, how, sharing }) {
      const now = clock.now()
      const [at, expires] = [instant(now), instant(later(now, KEPT_BESIDE_MS))]
      await change(kept, { tenant, person, id }, (known) => ({
        ...(known?.etag && { etag: known.etag }),
        tenant,
        person,
        id,
        moment,
        text,
        how,
        sharing,
        at,
        expires,
      }))
    },
    async beside({ tenant, person }, of) {
      return (await all(tenant, person)).flatMap(({ id, moment, text, how = '', sharing = 'self' }) =>
        moment && (of === undefined || moment === of) ? [{ id, moment, text, how, sharing }] : [],
      )
    },
    remove: ({ tenant, person }, id) => kept.remove({ tenant, person, id }),
    latest: async ({ tenant, person }) => (await all(tenant, person)).filter(({ moment }) => !moment).at(-1),
    all,
    async forget(tenant, person) {
      for (const { id } of await all(tenant, person)) await kept.remove({ tenant, person, id })
    },
  }
}

/** The mark that it was done. */
const shellOf = (draft: Draft): Draft => ({
  ...staying(draft, 'tenant', 'person', 'id', 'etag', 'at', 'expires'),
  text: '',
})
