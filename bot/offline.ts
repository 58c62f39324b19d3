import { sqliteStore } from '../services/adapters/sqlite/store.ts'
import { systemClock } from '../services/adapters/system/clock.ts'
import { jsonLog } from '../services/adapters/system/log.ts'
import { systemRandom } from '../services/adapters/system/random.ts'
import { hmacSecrets } from '../services/adapters/system/secrets.ts'
import { migrated } from '../services/core/migrated.ts'
import type { Archive, Clock, Store } from '../services/core/ports.ts'
import { storedKey } from '../services/core/stored-key.ts'
import { nextWorkingMoment } from '../services/core/time.ts'
import { type App, createApp } from './app.ts'
import type { Config } from './config.ts'
import { MIGRATIONS } from './migrations.ts'
import { contacts } from './teams/contacts.ts'

/** The store of a configuration, opened: what an earlier release wrote in it is read as this one writes it. */
export const openStore = async ({ store }: Pick<Config, 'store'>, clock: Clock = systemClock): Promise<Archive> =>
  migrated(await keeper(store, clock), MIGRATIONS)

async function keeper(store: Config['store'], clock: Clock): Promise<Archive> {
  const ports = { clock, random: systemRandom }
  if (store.kind === 'sqlite') return sqliteStore({ path: store.path, ...ports })
  // Loaded where it is used only: who keeps everything in a file starts a quarter of a second sooner.
  const { cosmosStore } = await import('../services/adapters/cosmos/store.ts')
  return cosmosStore({ ...store, ...ports })
}

/** The app without a channel: it plans and keeps, and what is to be sent waits for the service. */
export async function offlineApp(store: Store, clock: Clock): Promise<App> {
  return createApp({
    store,
    clock,
    random: systemRandom,
    secrets: hmacSecrets(await storedKey(store, systemRandom)),
    log: jsonLog((line) => void process.stderr.write(line)),
    messenger: { send: async () => ({ kind: 'waiting' }) },
    addresses: contacts({ store, clock }),
    workingMoment: nextWorkingMoment,
  })
}
