import { memoryStore } from '../services/adapters/memory/store.ts'
import { systemRandom } from '../services/adapters/system/random.ts'
import type { Clock, Store } from '../services/core/ports.ts'

/** One question to the store, or one write. `found` is how many documents came back. */
export interface Noted {
  verb: 'get' | 'find' | 'put' | 'remove'
  collection: string
  found: number
}

/** A store in memory that notes what is asked of it. */
export function notedStore(clock: Clock) {
  const kept = memoryStore({ clock, random: systemRandom })
  const notes: Noted[] = []
  const store: Store = {
    ...kept,
    collection(spec) {
      const collection = kept.collection(spec)
      const note = (verb: Noted['verb'], found: number) => void notes.push({ verb, collection: spec.name, found })
      return {
        async get(key) {
          const doc = await collection.get(key)
          note('get', doc ? 1 : 0)
          return doc
        },
        async find(scope, query) {
          const page = await collection.find(scope, query)
          note('find', page.items.length)
          return page
        },
        put(doc) {
          note('put', 0)
          return collection.put(doc)
        },
        remove(key, etag) {
          note('remove', 0)
          return collection.remove(key, etag)
        },
      }
    },
  }
  return {
    store,
    async during(work: () => Promise<unknown>): Promise<Noted[]> {
      notes.length = 0
      await work()
      return [...notes]
    },
  }
}

/** How many documents were read of each collection. */
export const readOf = (notes: readonly Noted[], collection: string): number =>
  notes.filter((one) => one.collection === collection).reduce((all, { found }) => all + found, 0)
