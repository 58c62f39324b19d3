/**
 * The service in a process of its own, by the settings of its environment. `LEASE_MS` and `BEAT_MS` are its lease and its
 * beat, `AHEAD_MS` says how far its clock is ahead, and `NAME` stands in each request that it makes.
 */
import { openedKeeper } from '../../../bot/composition/opened-keeper.ts'
import { createService } from '../../../bot/service/service.ts'
import { jsonLog } from '../../../services/adapters/system/log.ts'
import { given, nameRequests } from './given.ts'

nameRequests()
const { settings, leaseMs, beatMs, clock } = given()
const service = await createService(settings, await openedKeeper(settings.store), undefined, jsonLog(), {
  leaseMs,
  beatMs,
  clock,
})
await service.listen()
service.begin()
