/** `writer.ts PATH ROUND`: writes without end, and prints `id times` once each write is acknowledged. */
import { writeSync } from 'node:fs'
import { sqliteStore } from '../../services/adapters/sqlite/store.ts'
import { systemClock } from '../../services/adapters/system/clock.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { counts } from './counts.ts'

const [path = '', round = ''] = process.argv.slice(2)
const counted = counts(sqliteStore({ path, clock: systemClock, random: systemRandom }))

for (let n = 0; ; n++) {
  let count = await counted.put({ tenant: 'gemeente', person: 'anna', id: `${round}-${n}`, times: 1 })
  writeSync(1, `${count.id} ${count.times}\n`)
  count = await counted.put({ ...count, times: 2 })
  writeSync(1, `${count.id} ${count.times}\n`)
}
