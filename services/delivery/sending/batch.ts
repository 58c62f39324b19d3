import { change, putIfUnchanged } from '../../core/store/change.ts'
import type { Deliveries, Delivery } from '../deliveries/delivery.ts'
import type { RoundPage } from '../rounds/page.ts'
import type { Pages } from '../rounds/pages.ts'
import type { Recipient } from '../rounds/recipients.ts'

/** The new state of a delivery. */
export type Move = Partial<Pick<Delivery, 'state' | 'due' | 'retry' | 'settles' | 'said' | 'message' | 'code'>>

/** A delivery with what it is to become. */
export interface Moved {
  delivery: Delivery
  to: Move
}

/**
 * Deliveries that are kept together: in one document each, or many in a page. What is recorded together costs one write
 * where it lies together.
 */
export interface Tray {
  deliveries: readonly Delivery[]
  /** Gives the deliveries as they are now; the ones that somebody else moved meanwhile are left out. */
  record(moves: readonly Moved[]): Promise<Delivery[]>
}

/** One document for each delivery. */
export const singles = (kept: Deliveries, deliveries: readonly Delivery[]): Tray => ({
  deliveries,
  async record(moves) {
    const recorded: Delivery[] = []
    for (const { delivery, to } of moves) {
      const now = await putIfUnchanged(kept, { ...delivery, ...to })
      if (now) recorded.push(now)
    }
    return recorded
  },
})

/** The recipients of one page that are `chosen`. */
export function pageTray({ pages, deliveryOf }: Pages, page: RoundPage, chosen: (one: Recipient) => boolean): Tray {
  let now = page
  return {
    deliveries: page.recipients.filter(chosen).map((recipient) => deliveryOf(page, recipient)),
    async record(moves) {
      let done: ReadonlySet<string> = new Set()
      const decide = (known: RoundPage | undefined) => {
        const next = applied(known?.recipients ?? [], moves)
        done = next.done
        return known && done.size > 0 ? { ...known, recipients: next.recipients } : undefined
      }
      const { doc } = await change(pages, { tenant: page.tenant, id: page.id }, decide, { current: now })
      if (doc) now = doc
      return moves
        .filter(({ delivery }) => done.has(delivery.person))
        .map(({ delivery, to }) => ({ ...delivery, ...to }))
    },
  }
}

const isAsSeen = ({ state, due, prompt, version }: Recipient, { about, ...seen }: Delivery) =>
  state === seen.state && due === seen.due && prompt === about.prompt && String(version) === about.version

/** Moves the people who are still as the sender saw them. A move that somebody else made meanwhile holds. */
function applied(recipients: readonly Recipient[], moves: readonly Moved[]) {
  const byPerson = new Map(moves.map((move) => [move.delivery.person, move]))
  const done = new Set<string>()
  const next = recipients.map((recipient) => {
    const move = byPerson.get(recipient.person)
    if (!move || !isAsSeen(recipient, move.delivery)) return recipient
    done.add(recipient.person)
    return { ...recipient, ...move.to }
  })
  return { recipients: next, done }
}
