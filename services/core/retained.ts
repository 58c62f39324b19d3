import type { Clock, Collection, CollectionSpec, Doc, Instant, Store } from './ports.ts'

/**
 * When the life of a document ends, or `undefined` for never; decided anew at every put. The collection's name
 * says which documents a rule is given, so a rule may ask for their own type.
 */
export type Retention = (doc: never, now: Date) => Instant | undefined

/** A store whose documents live as long as the rules say. A collection without a rule is left as it is. */
export function retained(store: Store, rules: Record<string, Retention>, clock: Clock): Store {
  return {
    ...store,
    collection<T extends Doc>(spec: CollectionSpec<T>): Collection<T> {
      const collection = store.collection(spec)
      const until = rules[spec.name]
      if (!until) return collection
      return {
        ...collection,
        put(doc) {
          const expires = until(doc as never, clock.now())
          return collection.put({ ...doc, expires })
        },
      }
    },
  }
}
