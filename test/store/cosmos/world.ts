import { randomUUID } from 'node:crypto'
import { createDefaultHttpClient } from '@azure/core-rest-pipeline'
import type { Patience } from '../../../services/adapters/cosmos/patience.ts'
import { cosmosStore } from '../../../services/adapters/cosmos/store.ts'
import { systemRandom } from '../../../services/adapters/system/random.ts'
import {
  type Archive,
  type Collection,
  type CollectionSpec,
  type Doc,
  Unavailable,
} from '../../../services/core/ports.ts'
import { type TestClock, testClock } from '../world.ts'
import { type FaultyClient, faultyClient } from './faulty-client.ts'
import { KEY } from './server.ts'

/** A document that says how often it was written, and where it matters by whom. */
export interface Count extends Doc {
  count: number
  by?: string
}

export const COUNTS: CollectionSpec<Count> = {
  name: 'counts',
  owner: 'person',
  indexes: { all: ({ id }) => id },
  lives: { untilRemoved: 'a test' },
}

/** Short, so that what never ends well ends soon. */
export const IMPATIENT: Patience = { attemptMs: 150, deadlineMs: 600 }

const UNHURRIED: Patience = { attemptMs: 10_000, deadlineMs: 30_000 }

/** One database on the server, seen through a wire with faults and through one without. */
export interface World {
  client: FaultyClient
  clock: TestClock
  store: Archive
  counts: Collection<Count>
  /** Another store on the same database, which nothing happens to. */
  raw: Archive
  rawCounts: Collection<Count>
}

export interface Making {
  endpoint: string
  patience?: Patience
}

export function worldOf({ endpoint, patience = IMPATIENT }: Making): World {
  const client = faultyClient()
  const clock = testClock()
  const shared = { endpoint, database: randomUUID(), key: KEY, clock, random: systemRandom }
  const store = cosmosStore({ ...shared, httpClient: client, patience })
  const raw = cosmosStore({ ...shared, httpClient: createDefaultHttpClient(), patience: UNHURRIED })
  return { client, clock, store, raw, counts: store.collection(COUNTS), rawCounts: raw.collection(COUNTS) }
}

export const keyOf = (id: string, person = 'anna', tenant = 'gemeente') => ({ tenant, person, id })

/** All that lies there, as `id of person: count`, in order. */
export async function lying({ raw }: World): Promise<string[]> {
  const found: string[] = []
  for await (const { id, person, count } of raw.documents(COUNTS)) found.push(`${id} of ${person}: ${count}`)
  return found.sort()
}

/** How many cases ran, over all suites of faults. */
export const ran = { cases: 0 }

/** So many cases share the machine: more, and the deadlines would be about the machine. */
const WIDTH = 36

/** Runs them all, some side by side, and says of every one that failed why. */
export async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const failed: unknown[] = []
  const rest = [...items]
  const worker = async () => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) {
      await work(item).catch((error: unknown) => failed.push(error))
      ran.cases++
    }
  }
  await Promise.all(Array.from({ length: WIDTH }, worker))
  if (failed.length) throw new AggregateError(failed, `${failed.length} of ${items.length}:\n${failed.join('\n')}`)
}

/** For what has to go well on a machine that may be too busy to keep a short deadline: tried until it does. */
export async function eventually<T>(work: () => Promise<T>): Promise<T> {
  for (let left = 20; ; left--) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Unavailable) || left === 0) throw error
    }
  }
}
