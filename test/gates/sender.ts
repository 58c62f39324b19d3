/**
 * `sender.ts PATH TENANT PLACE`: a process that sends this week's question to a town in a SQLite file, and that is
 * killed with SIGKILL at the first time it passes PLACE after the round was planned.
 */
import { cut } from '../../bench/delivery/cut.ts'
import { BEGINS, PER_SECOND } from '../../bench/delivery/trial.ts'
import { virtualClock } from '../../bench/delivery/virtual-clock.ts'
import { startWorker } from '../../bench/delivery/worker.ts'
import { teamsWire } from '../../bot/teams/wire.ts'
import { sqliteStore } from '../../services/adapters/sqlite/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { hours, later } from '../../services/core/time.ts'

const [path = '', tenant = '', wanted = ''] = process.argv.slice(2)
const clock = virtualClock(BEGINS)
let isPlanned = false
const end = cut((place) => {
  if (isPlanned && place === wanted) process.kill(process.pid, 'SIGKILL')
  return false
})
const keeper = sqliteStore({ path, clock, random: systemRandom })
const fetched = end.fetch((address, init) => clock.standing(fetch(address, init)))
const worker = startWorker({
  keeper: end.store(keeper),
  clock,
  wire: teamsWire({ fetch: fetched }),
  perSecond: PER_SECOND,
})
await clock.run(worker.startRound(tenant))
isPlanned = true
await clock.run(worker.work(later(BEGINS, hours(1))))
