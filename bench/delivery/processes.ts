import { BEAT_MS } from '../../bot/service/clockwork.ts'
import { LEASE_MS } from '../../services/delivery/lanes/lease.ts'
import type { Outcome } from '../report.ts'
import { tryControl, tryProcesses } from './processes/trial.ts'

const TRIAL = {
  sizes: [900, 500, 200],
  processes: 3,
  leaseMs: LEASE_MS,
  beatMs: BEAT_MS.queue,
  killEveryMs: 30_000,
  patienceMs: 30 * 60_000,
}
/** From the end of a lease until the first message: a look, and what is read before anything is sent. */
const TAKEOVER_MS = BEAT_MS.queue + 5_000
const SECOND = 1000

/**
 * Three processes of the service on one queue and one Cosmos-compatible server, of which the one that sends is killed
 * with -9 after thirty seconds, again and again; and the same kills for a sender that records only after it has sent.
 */
export async function processes(): Promise<Outcome> {
  const product = await tryProcesses(TRIAL)
  const control = await tryControl(TRIAL)
  const { people, kills, lost, duplicates, unknown, silenceMs } = product
  return {
    figures: [
      { name: `${TRIAL.processes} processes, ${people} people: lost`, value: lost, unit: 'people', limit: 0 },
      { name: 'second cards', value: duplicates, unit: 'people', limit: 0 },
      { name: 'unknown in the end', value: unknown, unit: 'people', limit: 0 },
      { name: 'kills with -9', value: kills, unit: 'times', least: 1 },
      {
        name: 'longest time in which a municipality was sent nothing',
        value: silenceMs / SECOND,
        unit: 's',
        limit: (LEASE_MS + TAKEOVER_MS) / SECOND,
      },
      { name: 'read-send-record: second cards', value: control.duplicates, unit: 'people', least: 1 },
    ],
    detail: { product, control },
  }
}
