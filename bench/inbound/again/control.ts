import { memoryStore } from '../../../services/adapters/memory/store.ts'
import { systemClock } from '../../../services/adapters/system/clock.ts'
import { systemRandom } from '../../../services/adapters/system/random.ts'
import type { Doc } from '../../../services/core/ports.ts'
import { putIfUnchanged } from '../../../services/core/store/change.ts'
import type { Letter } from './postman.ts'

const TENANT = 'tenant'

/** A bot that knows what it did by the id of the activity alone. Gives how often it did something. */
export async function keyedOnActivity(brought: readonly Letter[]): Promise<number> {
  const store = memoryStore({ clock: systemClock, random: systemRandom })
  const done = store.collection<Doc>({ name: 'done', owner: 'tenant', indexes: {}, lives: { untilRemoved: 'a trial' } })
  let effects = 0
  for (const { id } of brought) if (await putIfUnchanged(done, { tenant: TENANT, id })) effects++
  return effects
}
