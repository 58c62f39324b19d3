import { offlineApp } from '../../bot/offline.ts'
import { containerOf } from '../../services/adapters/cosmos/containers.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemClock } from '../../services/adapters/system/clock.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { recorded } from '../../services/copying/recorded.ts'
import type { CollectionSpec, Doc } from '../../services/core/ports.ts'
import { collectionsOf } from '../store/world.ts'

/** What infra/cosmos.bicep reads: the containers of the service, and those in which the contract can be tried. */
export async function files(): Promise<Record<string, string>> {
  const { store, specs } = recorded(memoryStore({ clock: systemClock, random: systemRandom }))
  await offlineApp(store, systemClock)
  return {
    'containers.json': written(specs()),
    'contract-tenant.json': written(collectionsOf('tenant')),
    'contract-person.json': written(collectionsOf('person')),
  }
}

const written = (specs: readonly CollectionSpec<Doc>[]) =>
  `${JSON.stringify(specs.map(containerOf).toSorted(byId), null, 2)}\n`

const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id)
