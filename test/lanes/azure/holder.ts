/** `holder.ts PATH CONNECTION QUEUE LEASE`: takes one lane, prints a line, and renews the lease until it is killed. */
import { setTimeout as sleep } from 'node:timers/promises'
import { sqliteStore } from '../../../services/adapters/sqlite/store.ts'
import { queueLanes } from '../../../services/adapters/storage-queue/lanes.ts'
import { systemClock as clock } from '../../../services/adapters/system/clock.ts'
import { systemRandom as random } from '../../../services/adapters/system/random.ts'

const [path = '', connectionString = '', name = '', lease = ''] = process.argv.slice(2)
const leaseMs = Number(lease)
const store = sqliteStore({ path, clock, random })
const log = { info() {}, error() {} }
const lanes = queueLanes({ queue: { connectionString, name }, store, clock, random, log })
const { claims } = await lanes.claim(1, leaseMs)
for (let [held] = claims; held; held = await lanes.renew(held, leaseMs)) {
  process.stdout.write('held\n')
  await sleep(leaseMs / 4)
}
