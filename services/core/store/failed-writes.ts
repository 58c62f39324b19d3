import type { Collection, CollectionSpec, Doc, Store } from '../ports.ts'

const failed = new WeakSet<Error>()

/** A store that remembers of each error whether it came from writing, for the code that says what did not work. */
export function writesNoted(store: Store): Store {
  return {
    ...store,
    collection<T extends Doc>(spec: CollectionSpec<T>): Collection<T> {
      const kept = store.collection(spec)
      return {
        ...kept,
        put: (doc) => kept.put(doc).catch(note),
        remove: (key, etag) => kept.remove(key, etag).catch(note),
      }
    },
  }
}

export const isFailedWrite = (error: unknown): boolean => error instanceof Error && failed.has(error)

function note(error: unknown): never {
  if (error instanceof Error) failed.add(error)
  throw error
}
