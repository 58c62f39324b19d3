import { everything } from '../../services/core/everything.ts'
import type { Clock, Collection, Doc, Instant, PersonId, Store } from '../../services/core/ports.ts'
import { change } from '../../services/core/put.ts'
import type { Activity } from './activity.ts'
import { comingOf } from './inbound.ts'

/** Where one person can be reached: the personal conversation with the bot, as Teams last gave it. */
export interface Contact extends Doc {
  person: PersonId
  serviceUrl: string
  conversation: string
  /** The bot's own id in that conversation. */
  bot: string
  /** False from the moment the person took the app away. */
  installed: boolean
  /** The moment of the event that says so; an older event changes nothing. */
  at: Instant
}

export interface Contacts {
  /** Notes where this person now is. Writes only when that has changed. */
  remember(tenant: string, person: PersonId, activity: Activity): Promise<void>
  of(tenant: string, person: PersonId): Promise<Contact | undefined>
  /** The personal conversation that was used last in this tenant. */
  lastSeen(tenant: string): Promise<Contact | undefined>
  export(tenant: string, person: PersonId): Promise<Record<string, unknown>>
  forget(tenant: string, person: PersonId): Promise<void>
}

interface Known {
  contact: Contact
  read: number
}

/** After this the store is asked again: an operator may have changed it from outside. */
const FRESH = 10 * 60_000
const MANY = 20_000
const ID = 'contact'

export function contacts({ store, clock }: { store: Store; clock: Clock }): Contacts {
  const kept: Collection<Contact> = store.collection<Contact>({
    name: 'contacts',
    owner: 'person',
    indexes: { seen: ({ installed, at }) => (installed ? at : undefined) },
  })
  const cache = new Map<string, Known>()
  const last = new Map<string, PersonId>()
  const keyOf = (tenant: string, person: PersonId) => `${tenant} ${person}`

  const keep = (contact: Contact, read: number) => {
    if (cache.size >= MANY) cache.clear()
    cache.set(keyOf(contact.tenant, contact.person), { contact, read })
    if (contact.installed) last.set(contact.tenant, contact.person)
    else if (last.get(contact.tenant) === contact.person) last.delete(contact.tenant)
  }

  return {
    async remember(tenant, person, activity) {
      if (activity.conversation.conversationType !== 'personal') return
      const seen = sighting(tenant, person, activity, clock)
      const known = cache.get(keyOf(tenant, person))
      const isFresh = known && performance.now() - known.read < FRESH
      if (isFresh && !next(known.contact, seen, activity)) {
        if (seen.at > known.contact.at) keep({ ...known.contact, at: seen.at }, known.read)
        return
      }
      const { doc } = await change(kept, { tenant, person, id: ID }, (stored) => next(stored, seen, activity))
      if (doc) keep(doc, performance.now())
    },

    of: (tenant, person) => kept.get({ tenant, person, id: ID }),

    async lastSeen(tenant) {
      const person = last.get(tenant)
      if (person !== undefined) return kept.get({ tenant, person, id: ID })
      return (await everything(kept, { tenant }, 'seen')).at(-1)
    },

    async export(tenant, person) {
      const contact = await kept.get({ tenant, person, id: ID })
      if (!contact) return {}
      const { serviceUrl, conversation, installed, at } = contact
      return { serviceUrl, conversation, installed, at }
    },

    async forget(tenant, person) {
      cache.delete(keyOf(tenant, person))
      if (last.get(tenant) === person) last.delete(tenant)
      await kept.remove({ tenant, person, id: ID })
    },
  }
}

function sighting(tenant: string, person: PersonId, activity: Activity, clock: Clock): Contact {
  const { serviceUrl, conversation, recipient, timestamp } = activity
  const at = (timestamp ? new Date(timestamp) : clock.now()).toISOString()
  const installed = comingOf(activity) !== 'left'
  return { tenant, person, id: ID, serviceUrl, conversation: conversation.id, bot: recipient.id, installed, at }
}

/** What is to be stored, or undefined when this event brings nothing new, or is overtaken by a later one. */
function next(known: Contact | undefined, seen: Contact, activity: Activity): Contact | undefined {
  if (!known) return seen
  if (seen.at < known.at) return undefined
  const coming = comingOf(activity)
  const writes = activity.type === 'message' && Boolean(activity.text)
  const installed = coming || writes ? seen.installed : known.installed
  const isSame =
    known.serviceUrl === seen.serviceUrl &&
    known.conversation === seen.conversation &&
    known.bot === seen.bot &&
    known.installed === installed
  if (isSame && (!coming || seen.at === known.at)) return undefined
  return { ...known, ...seen, installed }
}
