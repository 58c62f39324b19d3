import type { CollectionSpec, Doc, Store } from '../core/ports.ts'

/** A store that notes which collections are asked of it, in that order: what is built on it forgets none. */
export function recorded(store: Store): { store: Store; specs(): CollectionSpec<Doc>[] } {
  const asked = new Map<string, CollectionSpec<Doc>>()
  return {
    store: {
      ...store,
      collection<T extends Doc>(spec: CollectionSpec<T>) {
        if (!asked.has(spec.name)) asked.set(spec.name, spec as unknown as CollectionSpec<Doc>)
        return store.collection(spec)
      },
    },
    specs: () => [...asked.values()],
  }
}
