import type { Collection, CollectionSpec, Doc, Store } from '../../services/core/ports.ts'

/** A process that ends, at a chosen place, in the middle of what it does: it neither reads, writes nor sends any more. */
export interface Cut {
  store(store: Store): Store
  fetch(fetch: typeof globalThis.fetch): typeof globalThis.fetch
  /** Resolves when it has ended. */
  readonly ended: Promise<void>
  /** The places that were passed, in order: `before pages.put`. */
  readonly passed: readonly string[]
}

const never = () => new Promise<never>(() => {})

/** Before and after everything that is waited for; `isEnd` is told the place, and how many there were before it. */
export function cut(isEnd: (place: string, nth: number) => boolean): Cut {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  const passed: string[] = []
  let isOver = false

  async function pass(place: string): Promise<void> {
    if (isOver) return never()
    passed.push(place)
    isOver = isEnd(place, passed.length - 1)
    if (!isOver) return
    end()
    return never()
  }

  async function through<T>(name: string, work: () => Promise<T>): Promise<T> {
    await pass(`before ${name}`)
    const result = await work()
    await pass(`after ${name}`)
    return result
  }

  const collection = <T extends Doc>(name: string, inner: Collection<T>): Collection<T> => ({
    get: (key) => through(`${name}.get`, () => inner.get(key)),
    put: (doc) => through(`${name}.put`, () => inner.put(doc)),
    remove: (key, etag) => through(`${name}.remove`, () => inner.remove(key, etag)),
    find: (scope, query) => through(`${name}.find`, () => inner.find(scope, query)),
  })

  return {
    store: (store) => ({
      ...store,
      collection: <T extends Doc>(spec: CollectionSpec<T>) => collection(spec.name, store.collection(spec)),
    }),
    fetch: (fetch) => (address, init) => through('post', () => fetch(address, init)),
    ended,
    passed,
  }
}
