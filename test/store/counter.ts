/**
 * `counter.ts PATH TIMES`: opens the store, prints a line, waits for one, and then adds one to the same document so
 * many times. When another was first it reads again.
 */
import { once } from 'node:events'
import { sqliteStore } from '../../services/adapters/sqlite/store.ts'
import { systemClock } from '../../services/adapters/system/clock.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { Conflict } from '../../services/core/ports.ts'
import { counts } from './counts.ts'

const [path = '', times = ''] = process.argv.slice(2)
const store = sqliteStore({ path, clock: systemClock, random: systemRandom })
const counted = counts(store)
const key = { tenant: 'gemeente', person: 'anna', id: 'shared' }

async function add(): Promise<void> {
  const count = (await counted.get(key)) ?? { ...key, times: 0 }
  try {
    await counted.put({ ...count, times: count.times + 1 })
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    await add()
  }
}

process.stdout.write('open\n')
await once(process.stdin, 'data')
for (let n = 0; n < Number(times); n++) await add()
await store.close()
