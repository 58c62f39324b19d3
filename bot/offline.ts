import { fileLedger } from '../services/adapters/file/ledger.ts'
import { jsonLog } from '../services/adapters/system/log.ts'
import { systemRandom } from '../services/adapters/system/random.ts'
import { hmacSecrets } from '../services/adapters/system/secrets.ts'
import type { Clock, Lanes, Store } from '../services/core/ports.ts'
import { storedKey } from '../services/core/stored-key.ts'
import { nextWorkingMoment } from '../services/core/time.ts'
import { type App, createApp } from './app.ts'
import { contacts } from './teams/contacts.ts'

interface Given {
  lanes?: Lanes
  rps?: number
  /** The path of its file. */
  ledger?: string
}

/**
 * The app without a channel: it plans and keeps, and what is to be sent waits for the service. In a store where no house
 * was begun it makes the key: see `openedStore` for who may.
 */
export async function offlineApp(store: Store, clock: Clock, { ledger, ...given }: Given = {}): Promise<App> {
  const secrets = hmacSecrets(await storedKey(store, systemRandom))
  return createApp({
    ...{ store, clock, secrets, ...given },
    ...(ledger && { ledger: fileLedger(ledger, secrets) }),
    random: systemRandom,
    log: jsonLog((line) => void process.stderr.write(line)),
    messenger: { send: async () => ({ kind: 'waiting' }) },
    addresses: contacts({ store, clock }),
    workingMoment: nextWorkingMoment,
  })
}
