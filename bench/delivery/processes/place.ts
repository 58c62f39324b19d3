import type { IncomingMessage } from 'node:http'
import { openedKeeper } from '../../../bot/composition/opened-keeper.ts'
import { config } from '../../../bot/config/config.ts'
import { createService, type Service } from '../../../bot/service/service.ts'
import type { Log } from '../../../services/core/ports.ts'
import { KEY, openServer } from '../../cost/server.ts'
import { openAzurite } from '../azurite.ts'
import { type Connector, createConnector } from '../connector.ts'
import { serve } from '../served.ts'
import { buildTowns, type Town } from '../town.ts'
import { clockAhead, NAMED } from './given.ts'

/** The job of the sender that does it wrong. */
export const CONTROL = 'control'

/** A request of one process to one tenant, with the moment at which it came. */
export interface Sent {
  at: number
  tenant: string
  process: string
}

/** What any number of processes share: a store, a queue, people to send to, and a connector that knows what it took. */
export interface Place {
  /** The settings under which a process finds all of it. */
  env: Record<string, string>
  towns: Town[]
  connector: Connector
  origin: string
  /** Everything that was sent, in order. */
  sent: Sent[]
  /** The service as an operator uses it: it sends nothing. */
  office: Service
  close(): Promise<void>
}

/** As far away as Teams is. */
const ROUND_TRIP_MS = 60
const TENANT = /^\/emea\/([^/]+)\//
const silent: Log = { info: () => {}, error: () => {} }

export async function openPlace(sizes: readonly number[], aheadMs: number): Promise<Place> {
  const [cosmos, azurite, connector] = [await openServer(), await openAzurite(), createConnector({ now: Date.now })]
  const sent: Sent[] = []
  const taken = ({ url = '', headers }: IncomingMessage) =>
    void sent.push({ at: Date.now(), tenant: TENANT.exec(url)?.[1] ?? '', process: String(headers[NAMED]) })
  const served = await serve(connector, { hangMs: 0, delayMs: ROUND_TRIP_MS, taken })
  const env = {
    LEERMOMENT_MODE: 'playground',
    // As in production: without it a Playground sets no limit.
    LEERMOMENT_TENANT_RPS: '25',
    LEERMOMENT_STORE: 'cosmos',
    COSMOS_ENDPOINT: cosmos.endpoint,
    COSMOS_KEY: KEY,
    LEERMOMENT_QUEUE: 'azure',
    AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString,
    PORT: '0',
  }
  const settings = config(env)
  const keeper = await openedKeeper(settings.store)
  const clock = clockAhead(aheadMs)
  return {
    env,
    towns: await buildTowns({ keeper, clock }, sizes, served.origin),
    connector,
    origin: served.origin,
    sent,
    office: await createService(settings, keeper, undefined, silent, { clock }),
    async close() {
      await keeper.close()
      await Promise.all([served.close(), cosmos.close(), azurite.close()])
    },
  }
}
