import type { Collection, Doc, Store } from '../../services/core/ports.ts'

export type Verb = 'get' | 'put' | 'remove' | 'find'
/** Called when a verb of a collection has come back, or is about to begin. What it throws, the caller sees. */
export type Interruption = (collection: string, verb: Verb, first: unknown, second?: unknown) => Promise<void> | void

/** A store in which something else happens just before or just after what the app does. */
export function interrupted(store: Store, { before, after }: { before?: Interruption; after?: Interruption }): Store {
  return {
    ...store,
    collection<T extends Doc>(spec: Parameters<Store['collection']>[0]) {
      const collection = store.collection(spec) as unknown as Record<Verb, (...given: unknown[]) => Promise<unknown>>
      const watched = (verb: Verb) => async (first: unknown, second?: unknown) => {
        await before?.(spec.name, verb, first, second)
        const result = await collection[verb](first, second)
        await after?.(spec.name, verb, first, second)
        return result
      }
      const verbs = { get: watched('get'), put: watched('put'), remove: watched('remove'), find: watched('find') }
      return verbs as unknown as Collection<T>
    },
  }
}

export const KILLED = new Error('killed')

/** A store that a process works with until it dies, at its nth wait for one of `places`: from then on nothing comes through. */
export function dying(store: Store, places: readonly string[], after: number) {
  let left = after
  const watch = (collection: string) => {
    if (left < 0) throw KILLED
    if (places.includes(collection) && left-- === 0) throw KILLED
  }
  return { store: interrupted(store, { before: watch, after: watch }), isDead: () => left < 0 }
}
