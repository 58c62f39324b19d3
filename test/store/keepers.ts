import { randomUUID } from 'node:crypto'
import { cosmosStore } from '../../services/adapters/cosmos/store.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { sqliteStore } from '../../services/adapters/sqlite/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Clock, Store } from '../../services/core/ports.ts'
import { KEY, openServer } from './cosmos/server.ts'
import { newPath } from './folder.ts'

export interface Keeper {
  store: Store
  clean(): Promise<void>
}

export type Open = (clock: Clock, mine?: readonly string[]) => Promise<Keeper>

const random = systemRandom
const UNHURRIED = { attemptMs: 10_000, deadlineMs: 30_000 }

/** An empty store of every kind; Cosmos DB, which is slow to try, keeps `mine` alone if that is given, and memory the rest. */
export const KEEPERS = {
  memory: async (clock: Clock) => ({ store: memoryStore({ clock, random }), clean: async () => {} }),
  SQLite: async (clock: Clock) => {
    const { path, remove } = newPath()
    const store = sqliteStore({ path, clock, random })
    return { store, clean: () => store.close().then(remove) }
  },
  'Cosmos DB': async (clock: Clock, mine?: readonly string[]) => {
    const { endpoint, close } = await openServer()
    const where = { endpoint, database: randomUUID(), key: KEY }
    const cosmos = cosmosStore({ clock, random, patience: UNHURRIED, ...where })
    const store = mine ? together(cosmos, memoryStore({ clock, random }), mine) : cosmos
    return { store, clean: () => cosmos.close().then(close) }
  },
} satisfies Record<string, Open>

const together = (one: Store, other: Store, mine: readonly string[]): Store => ({
  ...other,
  collection: (spec) => (mine.includes(spec.name) ? one : other).collection(spec),
})
