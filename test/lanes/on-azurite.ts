import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { QueueClient } from '@azure/storage-queue'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { queueLanes } from '../../services/adapters/storage-queue/lanes.ts'
import type { QueueAddress } from '../../services/adapters/storage-queue/queue.ts'
import { systemClock } from '../../services/adapters/system/clock.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Clock, Lanes, Log, Store } from '../../services/core/ports.ts'
import type { Azurite } from './azurite.ts'
import type { Place } from './world.ts'

/** The queue counts in whole seconds, and its answer takes a moment. */
const ROUNDING_MS = 150

export interface QueuePlace<Address extends QueueAddress> extends Place {
  /** A worker with some of its ports replaced. */
  openWith(ports: { store?: Store; clock?: Clock }): Lanes
  address: Address
  store: Store
  /** What the workers logged as an error. */
  errors: string[]
}

/** A queue and a store, which all workers share. */
export function placeAt<Address extends QueueAddress>(
  address: Address,
  roundingMs = ROUNDING_MS,
  store: Store = memoryStore({ clock: systemClock, random: systemRandom }),
): QueuePlace<Address> {
  const errors: string[] = []
  const log: Log = { info() {}, error: (event, fields) => void errors.push(`${event} ${JSON.stringify(fields)}`) }
  const shared = { queue: address, store, clock: systemClock, random: systemRandom, log }
  return {
    openWith: (ports) => queueLanes({ ...shared, ...ports }),
    open: async () => queueLanes(shared),
    now: () => systemClock.now(),
    pass: (milliseconds) => sleep(milliseconds + roundingMs),
    clean: () => store.close(),
    address,
    store,
    errors,
  }
}

export interface AzuritePlace extends QueuePlace<{ connectionString: string; name: string }> {
  /** The queue as somebody sees it who goes by the portal. */
  raw: QueueClient
}

/** A new queue on the emulator. */
export function placeOn({ connectionString }: Azurite, store?: Store): AzuritePlace {
  const name = `lanes-${randomUUID()}`
  const place = placeAt({ connectionString, name }, ROUNDING_MS, store)
  return { ...place, raw: new QueueClient(connectionString, name) }
}
