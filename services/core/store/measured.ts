import type { Collection, CollectionSpec, Doc, Store, Telemetry } from '../ports.ts'

/**
 * A store of which operators see how often it is asked, how long that takes and what fails. Never of which collection:
 * so many writes of moments are so many answers, and how many people answer is nobody's to see.
 */
export function measured(store: Store, { timed }: Telemetry): Store {
  return {
    ...store,
    collection<T extends Doc>(spec: CollectionSpec<T>): Collection<T> {
      const kept = store.collection(spec)
      return {
        get: (key) => timed('store', { operation: 'get' }, () => kept.get(key)),
        put: (doc) => timed('store', { operation: 'put' }, () => kept.put(doc)),
        remove: (key, etag) => timed('store', { operation: 'remove' }, () => kept.remove(key, etag)),
        find: (scope, query) => timed('store', { operation: 'find' }, () => kept.find(scope, query)),
      }
    },
  }
}
