import { FRESH_MS, isFresh, place, refresh, type Shelf } from './index-cache.ts'
import { type CopyPorts, indexCopies } from './index-copies.ts'
import type { KnowledgeItem } from './item.ts'

export interface ShelfPorts extends CopyPorts {
  /** How many items may be in memory, of all tenants together. */
  room?: number
}

/** Some two hundred megabytes. */
const ROOM = 200_000
/** After so many changes a copy is worth writing, also while the service runs. */
const WORTH_WRITING = 500

/** What every tenant shared, at hand when it is asked for. The least used is put away when there is no room. */
export function shelves(ports: ShelfPorts) {
  const { items, clock, room = ROOM } = ports
  const { read, write } = indexCopies(ports)
  /** The last used comes last. */
  const known = new Map<string, Promise<Shelf>>()
  const reading = new Map<string, Promise<void>>()

  function shelfOf(tenant: string): Promise<Shelf> {
    const shelf = known.get(tenant) ?? read(tenant)
    known.delete(tenant)
    known.set(tenant, shelf)
    shelf.catch(() => known.delete(tenant))
    return shelf
  }

  async function upToDate(tenant: string, within = FRESH_MS): Promise<Shelf> {
    const shelf = await shelfOf(tenant)
    if (isFresh(shelf, clock, within)) return shelf
    const look = reading.get(tenant) ?? refresh(items, clock, tenant, shelf).finally(() => reading.delete(tenant))
    reading.set(tenant, look)
    await look
    if (shelf.unwritten >= WORTH_WRITING) await write(tenant, shelf)
    await makeRoom()
    return shelf
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
