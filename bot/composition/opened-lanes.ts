import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Clock, Lanes, Log, Store } from '../../services/core/ports.ts'
import type { QueueSetting } from '../config/queue-setting.ts'

/** The queue that is set, whether it answers or not; undefined where due work lies in the store itself. */
export async function openLanes(
  queue: QueueSetting,
  ports: { store: Store; clock: Clock; log: Log },
): Promise<Lanes | undefined> {
  if (queue.kind === 'embedded') return undefined
  // Loaded where it is used only, as the store is.
  const { queueLanes } = await import('../../services/adapters/storage-queue/lanes.ts')
  return queueLanes({ ...ports, queue, random: systemRandom })
}
