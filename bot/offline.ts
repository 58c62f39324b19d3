import { sqliteStore } from '../services/adapters/sqlite/store.ts'
import { systemClock } from '../services/adapters/system/clock.ts'
import { jsonLog } from '../services/adapters/system/log.ts'
import { systemRandom } from '../services/adapters/system/random.ts'
import { hmacSecrets } from '../services/adapters/system/secrets.ts'
import type { Clock, Store } from '../services/core/ports.ts'
import { storedKey } from '../services/core/stored-key.ts'
import { nextWorkingMoment } from '../services/core/time.ts'
import { type App, createApp } from './app.ts'
import type { Config } from './config.ts'
import { contacts } from './teams/contacts.ts'

/** The store of a configuration, opened. */
export const openStore = ({ store }: Pick<Config, 'store'>, clock: Clock = systemClock): Store =>
  sqliteStore({ path: store.path, clock, random: systemRandom })

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
