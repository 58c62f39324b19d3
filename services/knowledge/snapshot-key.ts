import type { Doc, Random, Store } from '../core/ports.ts'
import { change } from '../core/store/change.ts'

/** The key that opens the snapshots of a tenant, in any process. */
export interface SnapshotKeys {
  /** The present one; made when there is none. */
  of(tenant: string): Promise<string | undefined>
  /** The present one, when there is one. */
  known(tenant: string): Promise<string | undefined>
  /** No snapshot that was ever made for this tenant can be opened from now on, wherever it lies. */
  destroy(tenant: string): Promise<void>
}

export function snapshotKeys(store: Store, random: Random): SnapshotKeys {
  const keys = store.collection<Doc & { key: string }>({
    name: 'snapshotKeys',
    owner: 'tenant',
    indexes: {},
    lives: { untilRemoved: 'destroyed when anything is taken back, so that no copy can be opened any more' },
  })
  const id = 'key'
  return {
    async of(tenant) {
      const made = { tenant, id, key: random.id() + random.id() }
      return (await change(keys, { tenant, id }, (known) => (known ? undefined : made))).doc?.key
    },
    known: async (tenant) => (await keys.get({ tenant, id }))?.key,
    destroy: (tenant) => keys.remove({ tenant, id }),
  }
}
