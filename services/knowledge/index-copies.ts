import type { Clock, Collection, Embedding, Snapshots } from '../core/ports.ts'
import type { Analysis } from '../search/analysis/analysis.ts'
import { readBack, written } from '../search/index/snapshot.ts'
import { textIndex } from '../search/index/text-index.ts'
import { refresh, type Shelf, shelfOver } from './index-cache.ts'
import type { KnowledgeItem } from './item.ts'
import { meanings } from './meanings.ts'
import type { SnapshotKeys } from './snapshot-key.ts'

export interface CopyPorts {
  items: Collection<KnowledgeItem>
  clock: Clock
  /** How texts are read. */
  analysis(): Promise<Analysis>
  keys: SnapshotKeys
  /** Where a copy of each shelf lies for the next start; without it all is read again. */
  snapshots?: Snapshots | undefined
  /** What texts mean, where a municipality has an endpoint for it. Vectors are in no copy: all is then read again. */
  embedding?: Embedding | undefined
}

/** The sealed copies of what each tenant shared, for the next start. */
export function indexCopies({ items, clock, analysis, keys, embedding, ...ports }: CopyPorts) {
  const snapshots = embedding ? undefined : ports.snapshots

  return {
    /** From its copy when there is one that can be opened, else empty. */
    async read(tenant: string): Promise<Shelf> {
      const how = await analysis()
      const key = snapshots && (await keys.known(tenant))
      const bytes = key && (await snapshots.read(tenant, key))
      const copy = bytes && readBack(bytes)
      const shelf = copy ? shelfOver(textIndex(how, copy.kept), copy.note) : shelfOver(textIndex(how))
      return embedding ? { ...shelf, meanings: meanings(embedding) } : shelf
    },

    /**
     * The key first, then what changed, then the copy. So a withdrawal either comes before the look, and is seen, or
     * destroys the key that this copy is sealed with.
     */
    async write(tenant: string, shelf: Shelf): Promise<void> {
      if (!snapshots || shelf.unwritten === 0) return
      const key = await keys.of(tenant)
      if (!key) return
      await refresh(items, clock, tenant, shelf)
      shelf.unwritten = 0
      await snapshots.write(tenant, key, written(shelf.index.kept(), shelf.upTo ?? ''))
    },
  }
}
