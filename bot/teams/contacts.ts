import type { Clock, Collection, Instant, PersonId, Store } from '../../services/core/ports.ts'
import { change, putIfUnchanged } from '../../services/core/store/change.ts'
import { everything } from '../../services/core/store/read-all.ts'
import type { Activity } from './activity.ts'
import { type Contact, ID, isReachable, next, refusedNow, sighting, stillRefused } from './contact.ts'

export interface Contacts {
  /**
   * Notes where this person now is. Writes only when that has changed. A person who was `forgotten` after they were
   * last seen here is nobody who is known: another process erased what was kept.
   * @returns whether they can be reached from now on, and could not be before
   */
  remember(
    tenant: string,
    person: PersonId,
    activity: Activity,
    isStranger?: boolean,
    forgotten?: Instant,
  ): Promise<boolean>
  of(tenant: string, person: PersonId): Promise<Contact | undefined>
  /** Teams refuses this person, with this code: nothing is sent before they write, or take the app again. */
  refused(contact: Contact, code: string): Promise<void>
  /** The conversation with this person is another one now. */
  moved(contact: Contact, conversation: string): Promise<Contact>
  /** Who has the app and was not on the roster when last seen. */
  strangers(tenant: string): Promise<PersonId[]>
  /** As if the roster did not name this person: until they write, or are recognised. */
  estrange(tenant: string, person: PersonId): Promise<void>
  /** The roster names this person now. */
  recognise(tenant: string, person: PersonId): Promise<void>
  /** The personal conversation that was used last in this tenant. */
  lastSeen(tenant: string): Promise<Contact | undefined>
  export(tenant: string, person: PersonId): Promise<Record<string, unknown>>
  forget(tenant: string, person: PersonId): Promise<void>
}

interface Known {
  contact: Contact
  read: number
}

/** After this the store is asked again: another process may have changed it, or forgotten it. */
const FRESH = 60_000
const MANY = 20_000

/** What this process knows without asking the store. */
function contactCache() {
  const known = new Map<string, Known>()
  const last = new Map<string, PersonId>()
  const keyOf = (tenant: string, person: PersonId) => `${tenant} ${person}`
  return {
    of: (tenant: string, person: PersonId) => known.get(keyOf(tenant, person)),

    /** The person who was seen last in this tenant. */
    last: (tenant: string) => last.get(tenant),

    keep(contact: Contact, read = performance.now()): void {
      if (known.size >= MANY) known.clear()
      known.set(keyOf(contact.tenant, contact.person), { contact, read })
      if (contact.installed) last.set(contact.tenant, contact.person)
      else if (last.get(contact.tenant) === contact.person) last.delete(contact.tenant)
    },

    drop(tenant: string, person: PersonId): void {
      known.delete(keyOf(tenant, person))
      if (last.get(tenant) === person) last.delete(tenant)
    },
  }
}

const collectionIn = (store: Store): Collection<Contact> =>
  store.collection<Contact>({
    name: 'contacts',
    owner: 'person',
    indexes: {
      seen: ({ installed, at }) => (installed ? at : undefined),
      stranger: ({ installed, stranger, at }) => (installed && stranger ? at : undefined),
    },
    lives: { untilRemoved: 'its person erases it' },
  })

/** Where people are and can be reached, kept in the store. */
export function contacts({ store, clock }: { store: Store; clock: Clock }): Contacts {
  const kept = collectionIn(store)
  const cache = contactCache()

  async function setStranger(tenant: string, person: PersonId, stranger: true | undefined): Promise<void> {
    const { doc } = await change(kept, { tenant, person, id: ID }, (stored) =>
      stored && Boolean(stored.stranger) !== Boolean(stranger) ? { ...stored, stranger } : undefined,
    )
    if (doc) cache.keep(doc)
  }

  return {
    remember: remembering(kept, cache, clock),

    async of(tenant, person) {
      const contact = await kept.get({ tenant, person, id: ID })
      return contact && stillRefused(contact, clock)
    },

    async refused(contact, code) {
      const away = await putIfUnchanged(kept, refusedNow(contact, code, clock))
      if (away) cache.keep(away)
    },

    async moved(contact, conversation) {
      const elsewhere = { ...contact, conversation }
      const stored = await putIfUnchanged(kept, elsewhere)
      if (stored) cache.keep(stored)
      return stored ?? elsewhere
    },

    strangers: async (tenant) => (await everything(kept, { tenant }, 'stranger')).map(({ person }) => person),

    estrange: (tenant, person) => setStranger(tenant, person, true),
    recognise: (tenant, person) => setStranger(tenant, person, undefined),

    async lastSeen(tenant) {
      const person = cache.last(tenant)
      if (person !== undefined) return kept.get({ tenant, person, id: ID })
      return (await everything(kept, { tenant }, 'seen')).at(-1)
    },

    async export(tenant, person) {
      const contact = await kept.get({ tenant, person, id: ID })
      if (!contact) return {}
      const { serviceUrl, conversation, installed, refused, at } = contact
      return { serviceUrl, conversation, installed, at, ...(refused && { refused }) }
    },

    async forget(tenant, person) {
      cache.drop(tenant, person)
      await kept.remove({ tenant, person, id: ID })
    },
  }
}

const remembering =
  (kept: Collection<Contact>, cache: ReturnType<typeof contactCache>, clock: Clock): Contacts['remember'] =>
  async (tenant, person, activity, isStranger = false, forgotten = '') => {
    if (activity.conversation.conversationType !== 'personal') return false
    const seen = { ...sighting(tenant, person, activity, clock), stranger: isStranger || undefined }
    const known = cache.of(tenant, person)
    const isFresh = known && performance.now() - known.read < FRESH && known.contact.at > forgotten
    if (isFresh && !next(known.contact, seen, activity)) {
      if (seen.at > known.contact.at) cache.keep({ ...known.contact, at: seen.at }, known.read)
      return false
    }
    let before: Contact | undefined
    const { doc, changed } = await change(kept, { tenant, person, id: ID }, (stored) => {
      before = stored
      return next(stored, seen, activity)
    })
    if (doc) cache.keep(doc)
    return changed && isReachable(doc) && !isReachable(before)
  }
