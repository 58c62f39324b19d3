/**
 * Sends to everybody in the towns at `STORE`, to a connector that takes everything at once, and says how much memory
 * the process holds when it is done and all garbage is collected. Needs `--expose-gc`.
 */
import { sqliteStore } from '../../../services/adapters/sqlite/store.ts'
import { systemRandom } from '../../../services/adapters/system/random.ts'
import { hours, later } from '../../../services/core/time.ts'
import { tenantOf } from '../town.ts'
import { BEGINS } from '../trial.ts'
import { virtualClock } from '../virtual-clock.ts'
import { startWorker } from '../worker.ts'

const { STORE = '', TOWNS = '0' } = process.env
const clock = virtualClock(BEGINS)
const keeper = sqliteStore({ path: STORE, clock, random: systemRandom })
let sent = 0
const take = async () => ({ kind: 'accepted' as const, id: String(++sent) })
const worker = startWorker({ keeper, clock, wire: { post: take, put: take, create: take }, perSecond: 45 })
for (let place = 0; place < Number(TOWNS); place++) await clock.run(worker.startRound(tenantOf(place)))
await clock.run(worker.work(later(BEGINS, hours(4))))
globalThis.gc?.()
const { heapUsed: heapBytes, rss: rssBytes } = process.memoryUsage()
process.stdout.write(`${JSON.stringify({ sent, heapBytes, rssBytes })}\n`)
process.exit(0)
