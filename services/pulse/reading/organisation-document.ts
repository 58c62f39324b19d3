import type { Collection, Doc, Store } from '../../core/ports.ts'
import { months, startOf } from '../../core/time.ts'

/** What is told of the whole organisation in one window. The id is its first week. It is written once, and stays so. */
export interface KeptOrganisation extends Doc {
  /** Rounded down; absent when too few people asked something. */
  questions?: number
}

export const organisationCollection = (store: Store): Collection<KeptOrganisation> =>
  store.collection<KeptOrganisation>({
    name: 'organisationCounts',
    owner: 'tenant',
    indexes: {},
    lives: { for: months(24), from: ({ id }) => startOf(id) },
  })
