import type { Clock, Collection, Instant } from '../core/ports.ts'
import { days, instant, later } from '../core/time.ts'
import { type TextIndex, textIndex } from '../search/text-index.ts'
import type { KnowledgeItem } from './item.ts'

const PAGE = 500
/** Another process may write a change a moment after its time: now and then, look back this far. */
const OVERLAP_MS = 60_000
const LOOK_BACK_MS = 5_000
/** And its clock may be behind by more than that: every hour, look back this far. */
const FAR_BACK_MS = days(1)
/** How old the shelf may be for who only looks whether there is something: every answer does. */
const FRESH_MS = 3_600_000

/** What one tenant shared, in memory. */
interface Shelf {
  index: TextIndex
  /** Which version of each item is on the shelf. */
  versions: Map<string, string | undefined>
  /** When what changed was last read, when the overlap was, and when a day of it was, in milliseconds. */
  read: number
  lookedBack: number
  lookedFarBack: number
  /** The latest change that was read: what this process shared itself may be later. */
  upTo?: Instant
}

const emptyShelf = (): Shelf => ({
  index: textIndex(),
  versions: new Map(),
  read: 0,
  lookedBack: 0,
  lookedFarBack: 0,
})

export function shelves({ items, clock }: { items: Collection<KnowledgeItem>; clock: Clock }) {
  const known = new Map<string, Shelf>()
  const since = (milliseconds: number) => Math.abs(clock.now().getTime() - milliseconds)

  const shelfOf = (tenant: string): Shelf => {
    const shelf = known.get(tenant) ?? emptyShelf()
    known.set(tenant, shelf)
    return shelf
  }

  /** Reads only what changed since the last look, also when another process changed it. */
  async function upToDate(tenant: string): Promise<Shelf> {
    const shelf = shelfOf(tenant)
    const now = clock.now().getTime()
    if (!shelf.upTo) shelf.lookedFarBack = now
    const from = shelf.upTo && beginOf(shelf, shelf.upTo)
    let after: string | undefined
    do {
      const query = { index: 'changed', limit: PAGE, ...(from && { from }), ...(after && { after }) }
      const page = await items.find({ tenant }, query)
      for (const item of page.items) {
        shelf.upTo = item.changed
        place(item)
      }
      after = page.next
    } while (after)
    shelf.read = now
    return shelf
  }

  /** A clock that was set back gives new changes an earlier time than what was read before them. */
  function beginOf(shelf: Shelf, upTo: Instant): Instant {
    const now = instant(clock.now())
    const isBack = now < upTo
    const isFar = since(shelf.lookedFarBack) >= FRESH_MS
    if (!isBack && !isFar && since(shelf.lookedBack) < LOOK_BACK_MS) return upTo
    shelf.lookedBack = clock.now().getTime()
    if (isFar) shelf.lookedFarBack = shelf.lookedBack
    return instant(later(new Date(isBack ? now : upTo), -(isFar ? FAR_BACK_MS : OVERLAP_MS)))
  }

  function place(item: KnowledgeItem): void {
    const { index, versions } = shelfOf(item.tenant)
    if (versions.get(item.id) === item.etag) return
    versions.set(item.id, item.etag)
    if (item.withdrawn) {
      index.remove(item.id)
      return
    }
    const text = item.question ? `${item.question} ${item.text}` : item.text
    index.add(item.id, { text, language: item.language, at: item.at, people: [item.author] })
  }

  return {
    upToDate,

    /** The same without asking the store, when that was done a while ago at most. */
    async atHand(tenant: string): Promise<Shelf> {
      const shelf = shelfOf(tenant)
      return since(shelf.read) < FRESH_MS ? shelf : upToDate(tenant)
    },

    /** For what this process changed itself. */
    place,
  }
}
