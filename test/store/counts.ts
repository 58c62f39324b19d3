import type { Collection, Doc, Store } from '../../services/core/ports.ts'

/** What the child processes write: a document that says how often it was written. */
export interface Count extends Doc {
  times: number
}

export const counts = (store: Store): Collection<Count> =>
  store.collection<Count>({
    name: 'counts',
    owner: 'person',
    indexes: { all: ({ id }) => id },
    lives: { untilRemoved: 'a test' },
  })
