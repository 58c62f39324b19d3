import { rowOf } from '../../services/adapters/cosmos/document.ts'
import {
  type Archive,
  type Clock,
  type Collection,
  type CollectionSpec,
  Conflict,
  type Doc,
} from '../../services/core/ports.ts'
import { sealed } from '../../services/core/store/entries.ts'
import type { Recorder } from './recorder.ts'

/** An etag, a time and two addresses: what Cosmos DB adds to a document. */
const ADDED_BYTES = 200
const OPERATION = 'x'.repeat(12)

/**
 * Any store, with the requests noted that Cosmos DB would have got for the same calls: so that a town is counted that
 * is too large to build over HTTP. `bench cost` counts one town both ways, and fails when they differ.
 */
export function reckonedStore(store: Archive, recorder: Recorder, clock: Clock): Archive {
  return {
    ...store,
    // What is written together hangs on what keeps it.
    kind: 'cosmos',
    collection<T extends Doc>(spec: CollectionSpec<T>): Collection<T> {
      return reckoned(spec, store.collection(spec), recorder, clock)
    },
    async ready() {
      recorder.note({ kind: 'read', bytes: 0 })
      await store.ready()
    },
  }
}

function reckoned<T extends Doc>(
  spec: CollectionSpec<T>,
  inner: Collection<T>,
  { note }: Recorder,
  clock: Clock,
): Collection<T> {
  const written = ({ etag: _, ...doc }: T) => {
    const row = rowOf(sealed(spec, doc as T), { operation: OPERATION, now: clock.now() })
    return Buffer.byteLength(JSON.stringify(row))
  }
  const kept = (doc: T | undefined) => (doc ? written(doc) + ADDED_BYTES : 0)
  return {
    async get(key) {
      const doc = await inner.get(key)
      note({ kind: 'read', bytes: kept(doc), ...(spec.mayLag && { mayLag: true }) })
      return doc
    },
    async put(doc) {
      note({ kind: doc.etag === undefined ? 'create' : 'replace', bytes: written(doc) })
      try {
        return await inner.put(doc)
      } catch (error) {
        // A writer that creates what is there looks whose it is.
        if (error instanceof Conflict && doc.etag === undefined) note({ kind: 'read', bytes: written(doc) })
        throw error
      }
    },
    async remove(key, etag) {
      const doc = await inner.get(key)
      note({ kind: 'read', bytes: kept(doc) })
      if (doc) note({ kind: 'delete' })
      await inner.remove(key, etag)
    },
    async find(scope, query) {
      const page = await inner.find(scope, query)
      const found = page.items.map(kept)
      // One more is asked for, to see whether there is a next page.
      note({ kind: 'query', documents: page.next === undefined ? found : [...found, found.at(-1) ?? 0] })
      return page
    },
  }
}
