import type { Instant } from '../../core/ports.ts'
import { instant, later, weekOf } from '../../core/time.ts'
import type { Delivery } from '../deliveries/delivery.ts'
import { secondsBehind } from './round-size.ts'

/** One person in a round: how far the sending of their question is, and nothing else. */
export type Recipient = Pick<Delivery, 'person' | 'due' | 'state'> &
  Partial<Pick<Delivery, 'urgent' | 'retry' | 'settles' | 'said' | 'message' | 'code'>> & {
    prompt: string
    version: number
  }

/** The first of those that there are. */
export function earliest(moments: readonly (Instant | undefined)[]): Instant | undefined {
  let first: Instant | undefined
  for (const moment of moments) if (moment !== undefined && (first === undefined || moment < first)) first = moment
  return first
}

/** When something has to be done about a recipient: sent, or settled. */
export const dueOf = ({ state, due, retry }: Recipient) => (state === 'planned' ? (retry ?? due) : undefined)
export const settlesOf = ({ state, settles }: Recipient) =>
  state === 'attempting' || state === 'unknown' ? settles : undefined

/** The new state of somebody who is in the round already. */
export type Decide = (known: Recipient, wanted: Recipient) => Recipient

/**
 * Where there are many, they do not all begin in the same second. A page begins as one, for what is due together is
 * written together. Nobody's question is moved out of its week.
 */
export function spread(recipient: Recipient, place: number): Recipient {
  const due = new Date(recipient.due)
  const moved = later(due, secondsBehind(place) * 1000)
  return recipient.urgent || weekOf(moved) !== weekOf(due) ? recipient : { ...recipient, due: instant(moved) }
}

/** `isOpen`: who is not on the page yet is added. */
export function merged(
  known: readonly Recipient[],
  wanted: readonly Recipient[],
  decide: Decide,
  isOpen: boolean,
): { recipients: Recipient[]; isChanged: boolean } {
  const byPerson = new Map(wanted.map((one) => [one.person, one]))
  const kept = known.map((one) => {
    const asked = byPerson.get(one.person)
    byPerson.delete(one.person)
    return asked ? decide(one, asked) : one
  })
  const added = isOpen ? [...byPerson.values()] : []
  const isChanged = added.length > 0 || kept.some((one, place) => one !== known[place])
  return { recipients: [...kept, ...added], isChanged }
}
