import { everything } from '../../services/core/everything.ts'
import type { Clock, Collection, Doc, Instant, PersonId, Store } from '../../services/core/ports.ts'
import { change, putIfUnchanged } from '../../services/core/put.ts'
import type { Activity } from './activity.ts'
import { comingOf } from './inbound.ts'

/** Where one person can be reached: the personal conversation with the bot, as Teams last gave it. */
export interface Contact extends Doc {
  person: PersonId
  serviceUrl: string
  conversation: string
  /** The bot's own id in that conversation. */
  bot: string
  /** False from the moment the person took the app away, or Teams said that it is not there. */
  installed: boolean
  /** Not on the roster when last seen: nothing is sent before they are known, and welcomed. */
  stranger?: boolean
  /** The moment of the event that says so; an older event changes nothing. */
  at: Instant
}

export interface Contacts {
  /**
   * Notes where this person now is. Writes only when that has changed.
   * @returns whether they can be reached from now on, and could not be before
   */
  remember(tenant: string, person: PersonId, activity: Activity, isStranger?: boolean): Promise<boolean>
  of(tenant: string, person: PersonId): Promise<Contact | undefined>
  /** Teams says that the app is not there: nothing is sent before the person writes, or takes it again. */
  lost(contact: Contact): Promise<void>
  /** Who has the app and was not on the roster when last seen. */
  strangers(tenant: string): Promise<PersonId[]>
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

/** After this the store is asked again: an operator may have changed it from outside. */
const FRESH = 10 * 60_000
const MANY = 20_000
const ID = 'contact'

export function contacts({ store, clock }: { store: Store; clock: Clock }): Contacts {
  const kept: Collection<Contact> = store.collection<Contact>({
    name: 'contacts',
    owner: 'person',
    indexes: {
      seen: ({ installed, at }) => (installed ? at : undefined),
      stranger: ({ installed, stranger, at }) => (installed && stranger ? at : undefined),
    },
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
    async remember(tenant, person, activity, isStranger = false) {
      if (activity.conversation.conversationType !== 'personal') return false
      const seen = { ...sighting(tenant, person, activity, clock), stranger: isStranger || undefined }
      const known = cache.get(keyOf(tenant, person))
      const isFresh = known && performance.now() - known.read < FRESH
      if (isFresh && !next(known.contact, seen, activity)) {
        if (seen.at > known.contact.at) keep({ ...known.contact, at: seen.at }, known.read)
        return false
      }
      let before: Contact | undefined
      const { doc, changed } = await change(kept, { tenant, person, id: ID }, (stored) => {
        before = stored
        return next(stored, seen, activity)
      })
      if (doc) keep(doc, performance.now())
      return changed && isReachable(doc) && !isReachable(before)
    },

    of: (tenant, person) => kept.get({ tenant, person, id: ID }),

    async lost(contact) {
      const away = await putIfUnchanged(kept, { ...contact, installed: false })
      if (away) keep(away, performance.now())
    },

    strangers: async (tenant) => (await everything(kept, { tenant }, 'stranger')).map(({ person }) => person),

    async recognise(tenant, person) {
      const { doc } = await change(kept, { tenant, person, id: ID }, (stored) =>
        stored?.stranger ? { ...stored, stranger: undefined } : undefined,
      )
      if (doc) keep(doc, performance.now())
    },

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

/** Whether something may be sent there. */
export const isReachable = (contact: Contact | undefined) => contact?.installed === true && !contact.stranger

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
    known.installed === installed &&
    known.stranger === seen.stranger
  if (isSame && (!coming || seen.at === known.at)) return undefined
  return { ...known, ...seen, installed }
}
