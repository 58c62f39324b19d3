import type { Clock, Doc, Instant, PersonId } from '../../services/core/ports.ts'
import { days } from '../../services/core/time.ts'
import type { Activity } from './activity.ts'
import { comingOf } from './inbound.ts'
import { NOT_THERE, waitsAt } from './refusals.ts'

/** Where one person can be reached: the personal conversation with the bot, as Teams last gave it. */
export interface Contact extends Doc {
  person: PersonId
  serviceUrl: string
  conversation: string
  /** The bot's own id in that conversation. */
  bot: string
  /** False from the moment the person took the app away, or Teams said that it is not there. */
  installed: boolean
  /** What Teams said when it last refused this person: nothing is sent before they write, or take the app again. */
  refused?: { code: string; at: Instant }
  /** Not on the roster when last seen: nothing is sent before they are known, and welcomed. */
  stranger?: boolean
  /** The moment of the event that says so; an older event changes nothing. */
  at: Instant
}

export const ID = 'contact'
/** An administrator may allow the bot again without anybody hearing of it: the next week's question finds out. */
const TRIED_AGAIN = days(6)

/** Whether something may be sent there. */
export const isReachable = (contact: Contact | undefined) =>
  contact?.installed === true && !contact.stranger && !contact.refused

/** With what Teams said now. */
export const refusedNow = (contact: Contact, code: string, clock: Clock): Contact => ({
  ...contact,
  installed: contact.installed && code !== NOT_THERE,
  refused: { code, at: clock.now().toISOString() },
})

/** Without a refusal that has to be tried again by now. */
export function stillRefused(contact: Contact, clock: Clock): Contact {
  const { refused } = contact
  const isOver = refused && !waitsAt(refused.code) && clock.now().getTime() - Date.parse(refused.at) > TRIED_AGAIN
  return isOver ? { ...contact, refused: undefined } : contact
}

export function sighting(tenant: string, person: PersonId, activity: Activity, clock: Clock): Contact {
  const { serviceUrl, conversation, recipient, timestamp } = activity
  const at = (timestamp ? new Date(timestamp) : clock.now()).toISOString()
  const installed = comingOf(activity) !== 'left'
  return { tenant, person, id: ID, serviceUrl, conversation: conversation.id, bot: recipient.id, installed, at }
}

/** What is to be stored, or undefined when this event brings nothing new, or is overtaken by a later one. */
export function next(known: Contact | undefined, seen: Contact, activity: Activity): Contact | undefined {
  if (!known) return seen
  if (seen.at < known.at) return undefined
  const coming = comingOf(activity)
  const writes = activity.type === 'message' && Boolean(activity.text)
  const installed = coming || writes ? seen.installed : known.installed
  const refused = coming || writes ? undefined : known.refused
  const isSame =
    known.serviceUrl === seen.serviceUrl &&
    known.conversation === seen.conversation &&
    known.bot === seen.bot &&
    known.installed === installed &&
    known.refused === refused &&
    known.stranger === seen.stranger
  if (isSame && (!coming || seen.at === known.at)) return undefined
  return { ...known, ...seen, installed, refused }
}
