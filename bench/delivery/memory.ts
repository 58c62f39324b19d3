import { join } from 'node:path'
import { sqliteStore } from '../../services/adapters/sqlite/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Outcome } from '../report.ts'
import { sized } from '../size.ts'
import { sizesOf } from './rate-bound.ts'
import { run } from './speed/run.ts'
import { buildTowns } from './town.ts'
import { BEGINS, ORIGIN } from './trial.ts'
import { virtualClock } from './virtual-clock.ts'

const FEW = [1_000]
const MANY = sized(sizesOf(342, 250_000, 20_000), sizesOf(10, 5_000, 2_000))
const LIMIT = 50
const MB = 1024 ** 2

interface Held {
  sent: number
  heapBytes: number
  rssBytes: number
}

/** How much more memory a process holds after a round for 250,000 people than after one for 1,000. */
export async function memory(folder: string): Promise<Outcome> {
  const few = await heldAfter(join(folder, 'few.db'), FEW)
  const many = await heldAfter(join(folder, 'many.db'), MANY)
  return {
    figures: [
      { name: `heap after ${few.sent}`, value: few.heapBytes / MB, unit: 'MB' },
      { name: `heap after ${many.sent}`, value: many.heapBytes / MB, unit: 'MB' },
      { name: 'growth of the heap', value: (many.heapBytes - few.heapBytes) / MB, unit: 'MB', limit: LIMIT },
    ],
    detail: { few, many },
  }
}

async function heldAfter(path: string, sizes: readonly number[]): Promise<Held> {
  const clock = virtualClock(BEGINS)
  const keeper = sqliteStore({ path, clock, random: systemRandom })
  await buildTowns({ keeper, clock }, sizes, ORIGIN)
  await keeper.close()
  return run<Held>('heap.ts', { STORE: path, TOWNS: String(sizes.length) })
}
