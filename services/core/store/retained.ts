import type { Collection, CollectionSpec, Doc, Instant, Store } from '../ports.ts'
import { instant, later } from '../time.ts'

/** A store whose documents live as long as their collection says. */
export function retained(store: Store): Store {
  return {
    ...store,
    collection<T extends Doc>(spec: CollectionSpec<T>): Collection<T> {
      const collection = store.collection(spec)
      if ('untilRemoved' in spec.lives) return collection
      return { ...collection, put: (doc) => collection.put({ ...doc, expires: endOf(spec, doc) }) }
    },
  }
}

/**
 * When the life of a document ends; undefined where its collection names no term.
 * @throws {TypeError} when a document that carries its end has none: it would be kept for ever in silence
 */
export function endOf<T extends Doc>({ name, lives }: CollectionSpec<T>, doc: T): Instant | undefined {
  if ('untilRemoved' in lives) return doc.expires
  if ('for' in lives) {
    const term = typeof lives.for === 'function' ? lives.for(doc) : lives.for
    return instant(later(new Date(lives.from(doc)), term))
  }
  const end = lives.ofItself(doc)
  if (end === undefined) throw new TypeError(`${name}: a document that carries its end has none`)
  return end
}
