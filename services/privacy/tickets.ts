import type { Clock, Collection, Doc, PersonId, Random, Store } from '../core/ports.ts'
import { everything } from '../core/store/read-all.ts'
import { instant, later } from '../core/time.ts'

/** Opens one person's export for a short time. It is a random word: no name and no id is in it. */
interface Ticket extends Doc {
  of: { tenant: string; person: PersonId }
}

const VALID_MS = 15 * 60_000
/** A ticket is presented without a name, so tickets share one partition. */
const SHARED = '-'

export interface Tickets {
  issue(tenant: string, person: PersonId): Promise<string>
  /** Every ticket of this person ends now. */
  revoke(tenant: string, person: PersonId): Promise<void>
  holder(ticket: string): Promise<{ tenant: string; person: PersonId } | undefined>
}

const keyOf = (tenant: string, person: PersonId) => `${tenant} ${person}`

export function tickets({ store, clock, random }: { store: Store; clock: Clock; random: Random }): Tickets {
  const issued: Collection<Ticket> = store.collection({
    name: 'tickets',
    owner: 'tenant',
    indexes: { of: ({ of }) => keyOf(of.tenant, of.person) },
    lives: { ofItself: ({ expires }) => expires },
  })
  return {
    async issue(tenant, person) {
      const id = random.id()
      await issued.put({ tenant: SHARED, id, of: { tenant, person }, expires: instant(later(clock.now(), VALID_MS)) })
      return id
    },
    async revoke(tenant, person) {
      for (const { id } of await everything(issued, { tenant: SHARED }, 'of', keyOf(tenant, person))) {
        await issued.remove({ tenant: SHARED, id })
      }
    },
    holder: async (ticket) => (await issued.get({ tenant: SHARED, id: ticket }))?.of,
  }
}
