import { cosmosStore } from '../../services/adapters/cosmos/store.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { sqliteStore } from '../../services/adapters/sqlite/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Clock, Store } from '../../services/core/ports.ts'
import { KEY, openServer } from '../store/cosmos/server.ts'
import { newPath } from '../store/folder.ts'

export interface Keeper {
  store: Store
  clean(): Promise<void>
}

/** An empty store of every kind. */
export const KEEPERS: Record<string, (clock: Clock) => Promise<Keeper>> = {
  memory: async (clock) => ({ store: memoryStore({ clock, random: systemRandom }), clean: async () => {} }),
  SQLite: async (clock) => {
    const { path, remove } = newPath()
    const store = sqliteStore({ path, clock, random: systemRandom })
    return { store, clean: () => store.close().then(remove) }
  },
  Cosmos: async (clock) => {
    const { endpoint, close } = await openServer()
    const store = cosmosStore({ endpoint, database: 'leermoment', key: KEY, clock, random: systemRandom })
    return { store, clean: () => store.close().then(close) }
  },
}
