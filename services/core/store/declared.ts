import type { CollectionSpec, Doc, Store } from '../ports.ts'

/** A store that knows which collections were asked of it, in the order in which they were first asked for. */
export interface DeclaredStore extends Store {
  specs(): CollectionSpec<Doc>[]
}

/**
 * A store in which one name has one shape. Two collections with one name would read each other's documents, and the
 * later one would take the indexes of the first away.
 */
export function declared(store: Store): DeclaredStore {
  const asked = new Map<string, CollectionSpec<Doc>>()
  return {
    ...store,
    collection<T extends Doc>(spec: CollectionSpec<T>) {
      const given = spec as unknown as CollectionSpec<Doc>
      const known = asked.get(spec.name)
      if (known && shapeOf(known) !== shapeOf(given)) throw new Error(`two shapes of one collection: ${spec.name}`)
      if (!known) asked.set(spec.name, given)
      return store.collection(spec)
    },
    specs: () => [...asked.values()],
  }
}

type Shape = Omit<CollectionSpec<Doc>, 'foundWithin'> & { foundWithin?: string }

/** A function is what it says: two that read alike are the same. */
const shapeOf = ({ owner, foundWithin = 'tenant', mayLag = false, indexes, lives, forms = [] }: Shape) =>
  JSON.stringify([owner, foundWithin, mayLag, indexes, lives, forms], (_, value) =>
    typeof value === 'function' ? String(value) : value,
  )
