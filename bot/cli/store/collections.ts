import { memoryStore } from '../../../services/adapters/memory/store.ts'
import { systemClock } from '../../../services/adapters/system/clock.ts'
import { systemRandom } from '../../../services/adapters/system/random.ts'
import type { CollectionSpec, Doc } from '../../../services/core/ports.ts'
import { storedPauses } from '../../../services/delivery/pace/pauses.ts'
import { offlineHouse } from '../../composition/offline.ts'
import { playgroundStage } from '../../demo/playground.ts'

/**
 * Every collection of the service and of the Playground, found by building both over a store that is thrown away: the
 * building makes a key, which no real store may get from this. The key's own collection comes first, so that a service
 * that is started on half a copy has the right one.
 */
export async function collections(): Promise<CollectionSpec<Doc>[]> {
  const keeper = memoryStore({ clock: systemClock, random: systemRandom })
  const { store } = await offlineHouse(keeper, systemClock, { stage: playgroundStage() })
  storedPauses(store)
  return store.specs()
}
