/**
 * A process that shares the work by the same lanes at the same pace, and that sends as it must not be done: it reads,
 * sends, and then records. `SIZES` says how large the towns are, `ORIGIN` where they are reached.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { keptStore } from '../../../bot/composition/kept-store.ts'
import { openedKeeper } from '../../../bot/composition/opened-keeper.ts'
import { openLanes } from '../../../bot/composition/opened-lanes.ts'
import { createClockwork } from '../../../bot/service/clockwork.ts'
import { teamsWire } from '../../../bot/teams/wire.ts'
import { systemEvery } from '../../../services/adapters/system/every.ts'
import { jsonLog } from '../../../services/adapters/system/log.ts'
import { createAgenda } from '../../../services/delivery/operating/agenda.ts'
import { createPace } from '../../../services/delivery/pace/pace.ts'
import { readSendRecord } from '../controls.ts'
import { townOf } from '../town.ts'
import { cardFor, PER_SECOND } from '../trial.ts'
import { given, nameRequests } from './given.ts'
import { CONTROL } from './place.ts'

nameRequests()
const { settings, leaseMs, beatMs, clock } = given()
const { SIZES = '', ORIGIN: origin = '' } = process.env
const towns = SIZES.split(',').map((size, place) => townOf(place, Number(size)))
const log = jsonLog()
const store = keptStore(await openedKeeper(settings.store))
const lanes = await openLanes(settings.queue, { store, clock, log })
if (!lanes) throw new Error('there is no queue')
const pace = createPace({ clock, store, wait, rps: PER_SECOND })
const wire = teamsWire({ clock })

async function run(tenant: string): Promise<undefined> {
  const paced: typeof wire = {
    ...wire,
    post: (address, conversation, message) =>
      pace.slot(tenant, conversation).then(() => wire.post(address, conversation, message)),
  }
  const here = towns.filter((town) => town.tenant === tenant)
  await readSendRecord(store, { wire: paced, towns: here, origin, cardFor }).round()
}

const jobs = [{ name: CONTROL, run }]
const every = systemEvery
const agenda = createAgenda({ lanes, clock, log, every, leaseMs, jobs: () => jobs, woken: (at) => clockwork.wake(at) })
const clockwork = createClockwork({ agenda: () => agenda, clock, log, beatMs })
clockwork.start()
log.info('started', { port: 0 })
