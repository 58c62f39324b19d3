import type { Clock, Collection, Instant } from '../core/ports.ts'
import { days, instant, later } from '../core/time.ts'
import type { TextIndex } from '../search/index/text-index.ts'
import type { KnowledgeItem } from './item.ts'
import type { Meanings } from './meanings.ts'

const PAGE = 500
/** Another process may write a change a moment after its time: look back this far. */
const OVERLAP_MS = 60_000
/** And its clock may be behind by more than that: every hour, look back this far. */
const FAR_BACK_MS = days(1)
const FAR_BACK_EVERY_MS = 3_600_000
/** What colleagues share is found within this time, whichever process they spoke to. */
export const FRESH_MS = 60_000
/** For who only looks whether there is something, as every answer does. */
export const AT_HAND_MS = 3_600_000

/** What one tenant shared, in memory. */
export interface Shelf {
  index: TextIndex
  /** Which version of each item is on the shelf, as far as this process read it. */
  versions: Map<string, string | undefined>
  /** When what changed was last read, and when a day of it was, in milliseconds. */
  read: number
  lookedFarBack: number
  /** The latest change that was read: what this process shared itself may be later. */
  upTo?: Instant
  /** How much changed since it was last put on disk. */
  unwritten: number
  /** Where the municipality has an endpoint for it. */
  meanings?: Meanings | undefined
}

export const shelfOver = (index: TextIndex, upTo?: Instant): Shelf => ({
  index,
  versions: new Map(),
  read: Number.NEGATIVE_INFINITY,
  lookedFarBack: Number.NEGATIVE_INFINITY,
  unwritten: 0,
  ...(upTo && { upTo }),
})

const since = (clock: Clock, milliseconds: number) => Math.abs(clock.now().getTime() - milliseconds)

/** Whether a look is due: an item is found within a minute of being shared. */
export const isFresh = (shelf: Shelf, clock: Clock, within: number): boolean => since(clock, shelf.read) < within

/**
 * From when on to read what changed; all of it when nothing was read yet. A clock that was set back gives new changes
 * an earlier time than what was read before them.
 */
function beginOf(shelf: Shelf, clock: Clock): Instant | undefined {
  const now = clock.now()
  const isFar = since(clock, shelf.lookedFarBack) >= FAR_BACK_EVERY_MS
  if (isFar) shelf.lookedFarBack = now.getTime()
  if (!shelf.upTo) return undefined
  const begin = instant(now) < shelf.upTo ? now : new Date(shelf.upTo)
  return instant(later(begin, -(isFar ? FAR_BACK_MS : OVERLAP_MS)))
}

/** Puts an item on the shelf, or takes it off when it was withdrawn. */
export function place({ index, versions, meanings }: Shelf, item: KnowledgeItem): boolean {
  if (versions.has(item.id) && versions.get(item.id) === item.etag) return false
  versions.set(item.id, item.etag)
  if (item.withdrawn) {
    index.remove(item.id)
    meanings?.forget(item.id)
    return true
  }
  const { id, kind, topic, question, text, language, at, author, helped, appliedBy } = item
  const whole = [topic, question, text].filter(Boolean).join(' ')
  meanings?.learn(id, whole)
  // Who keeps a document is not said to know it.
  const people = kind === 'document' ? [] : [author]
  index.add(id, { language, at, people, text: whole, kind: helped > 0 || appliedBy ? 'helped' : 'shared' })
  return true
}

/** Reads only what changed since the last look, also when another process changed it. */
export async function refresh(
  items: Collection<KnowledgeItem>,
  clock: Clock,
  tenant: string,
  shelf: Shelf,
): Promise<void> {
  const now = clock.now().getTime()
  const from: Instant | undefined = beginOf(shelf, clock)
  let upTo = shelf.upTo
  for (const index of ['changed', 'documents']) {
    let after: string | undefined
    do {
      const query = { index, limit: PAGE, ...(from && { from }), ...(after && { after }) }
      const page = await items.find({ tenant }, query)
      for (const item of page.items) {
        if (!upTo || item.changed > upTo) upTo = item.changed
        if (place(shelf, item)) shelf.unwritten += 1
      }
      after = page.next
    } while (after)
  }
  // Only now: where one of the two could not be read, all of both is read again.
  if (upTo) shelf.upTo = upTo
  shelf.read = now
}
