import { CosmosClient, type Database } from '@azure/cosmos'
import type { Archive, Clock, CollectionSpec, Doc, Random } from '../../core/ports.ts'
import { checkSpec, isLive } from '../../core/store/entries.ts'
import { cosmosCollection } from './collection.ts'
import { containerOf } from './containers.ts'
import { entraIdentity } from './identity.ts'
import { PATIENCE, type Patience, persistent, statusOf } from './patience.ts'
import type { CollectionPorts } from './ports.ts'
import { createReader } from './reading.ts'
import { type HttpClient, readable } from './wire.ts'

export interface CosmosOptions {
  endpoint: string
  database: string
  /** For a compatible server on this machine, where database and containers are made too. Absent: Entra identity. */
  key?: string
  clock: Clock
  random: Random
  patience?: Patience
  httpClient?: HttpClient
}

const PROBE: CollectionSpec<Doc> = {
  name: 'keys',
  owner: 'tenant',
  indexes: {},
  lives: { untilRemoved: 'nothing is kept' },
}

/** Keeps everything in Azure Cosmos DB, or in a server that speaks its language; any number of processes may share it. */
export function cosmosStore(options: CosmosOptions): Archive {
  const { database: name, key, clock, random, patience = PATIENCE } = options
  const client = clientOf(options)
  const begin = persistent(patience)
  const opened = new Map<string, CollectionPorts['container']>()
  const database = once((abortSignal) => (key ? created(client, name, abortSignal) : client.database(name)))

  const containerFor = <T extends Doc>(spec: CollectionSpec<T>) => {
    const known = opened.get(spec.name)
    if (known) return known
    const open = once(async (abortSignal) => {
      const within = await database(abortSignal)
      if (key) await there(within.containers.createIfNotExists(containerOf(spec), { abortSignal }))
      return within.container(spec.name)
    })
    const container: CollectionPorts['container'] = (persist) => persist(`${spec.name}: open`, open)
    opened.set(spec.name, container)
    return container
  }

  function collection<T extends Doc>(spec: CollectionSpec<T>) {
    checkSpec(spec)
    return cosmosCollection(spec, { container: containerFor(spec), clock, random, begin })
  }
  /** A look at a document that is never there: it costs one request unit, and sees a missing container. */
  const probe = collection(PROBE)

  return {
    kind: 'cosmos',
    collection,
    async *documents<T extends Doc>(spec: CollectionSpec<T>) {
      for await (const { doc, expires } of createReader(spec, { container: containerFor(spec), begin }).everything())
        if (isLive(expires, clock.now())) yield doc as T
    },
    async ready() {
      await probe.get({ tenant: '-', id: 'ready' })
    },
    // Cosmos DB erases at once, and its backups end by themselves.
    async scrub() {},
    async close() {
      client.dispose()
    },
  }
}

function clientOf({ endpoint, key, httpClient, patience = PATIENCE }: CosmosOptions): CosmosClient {
  return new CosmosClient({
    endpoint,
    ...(key ? { key } : { aadCredentials: entraIdentity() }),
    httpClient: readable(httpClient),
    connectionPolicy: {
      // What is tried again, and for how long, is decided in one place: patience.ts.
      retryOptions: { maxRetryAttemptCount: 0 },
      // What the SDK asks for itself has no signal of ours, and others wait for it too.
      requestTimeout: patience.attemptMs,
      // A compatible server has no regions.
      enableEndpointDiscovery: !key,
    },
  })
}

async function created(client: CosmosClient, id: string, abortSignal: AbortSignal): Promise<Database> {
  await there(client.databases.createIfNotExists({ id }, { abortSignal }))
  return client.database(id)
}

/** What another process made at the same moment is there too. */
async function there(made: Promise<unknown>): Promise<void> {
  try {
    await made
  } catch (error) {
    if (statusOf(error) !== 409) throw error
  }
}

/** What succeeded is not done again. Each attempt is its own: nobody waits for one of another that may never end. */
function once<T>(work: (signal: AbortSignal) => T | Promise<T>): (signal: AbortSignal) => Promise<T> {
  let done: { result: T } | undefined
  return async (signal) => {
    done ??= { result: await work(signal) }
    return done.result
  }
}
