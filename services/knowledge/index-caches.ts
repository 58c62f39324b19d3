import type { Clock, Collection, Embedding, Instant, Snapshots } from '../core/ports.ts'
import type { Analysis } from '../search/analysis/analysis.ts'
import { readBack, written } from '../search/index/snapshot.ts'
import { textIndex } from '../search/index/text-index.ts'
import { beginOf, FRESH_MS, isFresh, place, type Shelf, shelfOver } from './index-cache.ts'
import type { KnowledgeItem } from './item.ts'
import { meanings } from './meanings.ts'
import type { SnapshotKeys } from './snapshot-key.ts'

export interface ShelfPorts {
  items: Collection<KnowledgeItem>
  clock: Clock
  /** How texts are read. */
  analysis(): Promise<Analysis>
  keys: SnapshotKeys
  /** Where a copy of each shelf lies for the next start; without it all is read again. */
  snapshots?: Snapshots | undefined
  /** What texts mean, where a municipality has an endpoint for it. Vectors are in no copy: all is then read again. */
  embedding?: Embedding | undefined
  /** How many items may be in memory, of all tenants together. */
  room?: number
}

const PAGE = 500
/** Some two hundred megabytes. */
const ROOM = 200_000
/** After so many changes a copy is worth writing, also while the service runs. */
const WORTH_WRITING = 500

/** What every tenant shared, at hand when it is asked for. The least used is put away when there is no room. */
export function shelves(ports: ShelfPorts) {
  const { items, clock, keys, embedding, room = ROOM } = ports
  const snapshots = embedding ? undefined : ports.snapshots
  /** The last used comes last. */
  const known = new Map<string, Promise<Shelf>>()
  const reading = new Map<string, Promise<void>>()

  function shelfOf(tenant: string): Promise<Shelf> {
    const shelf = known.get(tenant) ?? fetched(tenant)
    known.delete(tenant)
    known.set(tenant, shelf)
    shelf.catch(() => known.delete(tenant))
    return shelf
  }

  /** From its copy when there is one that can be opened, else empty. */
  async function fetched(tenant: string): Promise<Shelf> {
    const analysis = await ports.analysis()
    const key = snapshots && (await keys.known(tenant))
    const bytes = key && (await snapshots.read(tenant, key))
    const copy = bytes && readBack(bytes)
    const shelf = copy ? shelfOver(textIndex(analysis, copy.kept), copy.note) : shelfOver(textIndex(analysis))
    return embedding ? { ...shelf, meanings: meanings(embedding) } : shelf
  }

  /** Reads only what changed since the last look, also when another process changed it. */
  async function refresh(tenant: string, shelf: Shelf): Promise<void> {
    const now = clock.now().getTime()
    const from: Instant | undefined = beginOf(shelf, clock)
    let after: string | undefined
    do {
      const query = { index: 'changed', limit: PAGE, ...(from && { from }), ...(after && { after }) }
      const page = await items.find({ tenant }, query)
      for (const item of page.items) {
        shelf.upTo = item.changed
        if (place(shelf, item)) shelf.unwritten += 1
      }
      after = page.next
    } while (after)
    shelf.read = now
  }

  async function upToDate(tenant: string, within = FRESH_MS): Promise<Shelf> {
    const shelf = await shelfOf(tenant)
    if (isFresh(shelf, clock, within)) return shelf
    const look = reading.get(tenant) ?? refresh(tenant, shelf).finally(() => reading.delete(tenant))
    reading.set(tenant, look)
    await look
    if (shelf.unwritten >= WORTH_WRITING) await write(tenant, shelf)
    await makeRoom()
    return shelf
  }

  /**
   * The key first, then what changed, then the copy. So a withdrawal either comes before the look, and is seen, or
   * destroys the key that this copy is sealed with.
   */
  async function write(tenant: string, shelf: Shelf): Promise<void> {
    if (!snapshots || shelf.unwritten === 0) return
    const key = await keys.of(tenant)
    if (!key) return
    await refresh(tenant, shelf)
    shelf.unwritten = 0
    await snapshots.write(tenant, key, written(shelf.index.kept(), shelf.upTo ?? ''))
  }

  async function makeRoom(): Promise<void> {
    let held = 0
    for (const shelf of known.values()) held += (await shelf).index.size
    for (const [tenant, shelf] of [...known].slice(0, -1)) {
      if (held <= room) return
      const { index } = await shelf
      await write(tenant, await shelf)
      known.delete(tenant)
      held -= index.size
    }
  }

  return {
    upToDate,

    /** For what this process changed itself: a shelf that is not at hand will read it. */
    async place(item: KnowledgeItem): Promise<void> {
      const shelf = await known.get(item.tenant)
      if (shelf && place(shelf, item)) shelf.unwritten += 1
    },

    /** Copies of all that is at hand, for the next start. */
    async putAway(): Promise<void> {
      for (const [tenant, shelf] of known) await write(tenant, await shelf)
    },
  }
}
