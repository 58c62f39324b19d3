import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { collections } from '../../../bot/cli/store/collections.ts'
import { cosmosStore } from '../../../services/adapters/cosmos/store.ts'
import { systemClock } from '../../../services/adapters/system/clock.ts'
import { systemRandom } from '../../../services/adapters/system/random.ts'
import type { Doc } from '../../../services/core/ports.ts'
import { KEY, openServer } from '../../store/cosmos/server.ts'

export type Kept = ReadonlyMap<string, readonly Doc[]>

/** Where the service keeps everything in this trial, and how that is read without it. */
export interface Place {
  env: Record<string, string>
  /** How many processes share it. */
  processes: number
  read(): Promise<Kept>
  close(): Promise<void>
}

export const PLACES: Record<string, () => Promise<Place>> = {
  async SQLite() {
    const folder = await mkdtemp(join(tmpdir(), 'leermoment-kills-'))
    const path = join(folder, 'store.db')
    return {
      env: { LEERMOMENT_STORE: `sqlite:${path}` },
      processes: 1,
      async read() {
        const db = new DatabaseSync(path, { timeout: 5_000, readOnly: true })
        try {
          const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
          return new Map(
            tables.map(({ name }) => {
              const rows = db.prepare(`SELECT doc FROM "${name}"`).all()
              return [String(name), rows.map(({ doc }) => JSON.parse(String(doc)) as Doc)]
            }),
          )
        } finally {
          db.close()
        }
      },
      close: () => rm(folder, { recursive: true, force: true }),
    }
  },

  async Cosmos() {
    const server = await openServer()
    const { endpoint } = server
    const store = cosmosStore({ endpoint, database: 'leermoment', key: KEY, clock: systemClock, random: systemRandom })
    const folder = await mkdtemp(join(tmpdir(), 'leermoment-kills-'))
    return {
      env: {
        LEERMOMENT_STORE: 'cosmos',
        COSMOS_ENDPOINT: endpoint,
        COSMOS_KEY: KEY,
        LEERMOMENT_SNAPSHOTS: join(folder, 'snapshots'),
        LEERMOMENT_LEDGER: join(folder, 'ledger'),
      },
      processes: 2,
      async read() {
        const kept = new Map<string, Doc[]>()
        for (const spec of await collections()) {
          const all: Doc[] = []
          for await (const one of store.documents(spec)) all.push(one)
          kept.set(spec.name, all)
        }
        return kept
      },
      async close() {
        await store.close()
        await server.close()
        await rm(folder, { recursive: true, force: true })
      },
    }
  },
}
