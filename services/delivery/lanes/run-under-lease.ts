import { type Claim, type Clock, type Lanes, type Log, Unavailable } from '../../core/ports.ts'
import { later } from '../../core/time.ts'
import type { Lease } from './lease.ts'

/** After a failure, twice as long for each one more in a row, up to the longest. */
const RETRY_MS = 60_000
const LONGEST_MS = 15 * RETRY_MS
/** What failed so often in a row will fail again: somebody has to look. */
const TOO_OFTEN = 10

type Outcome = { due: Date | undefined } | { error: unknown }

interface Ports {
  lanes: Lanes
  clock: Clock
  log: Log
}

/** The work of a lane, which says when it is due again. */
export type Work = (signal: AbortSignal) => Promise<Date | undefined>

/** An earlier release does not know the jobs of a later one, and leaves them to it. */
class UnknownJob extends Error {
  override readonly name = 'UnknownJob'
}

async function outcomeOf(work: Work | undefined, signal: AbortSignal): Promise<Outcome> {
  try {
    if (!work) throw new UnknownJob()
    return { due: await work(signal) }
  } catch (error) {
    return { error }
  }
}

/**
 * Does the work of a claimed lane and gives the lane back, whatever came of it.
 * @returns when it is due again, if at all
 * @throws {LaneLost}
 */
export async function givenBack(ports: Ports, work: Work | undefined, lease: Lease): Promise<Date | undefined> {
  const outcome = await outcomeOf(work, lease.signal)
  const held = await lease.end()
  if ('error' in outcome && !lease.signal.aborted) return afterFailure(ports, held, outcome.error)
  // What was told to end may have left something, whatever it says.
  const due = lease.signal.aborted ? ports.clock.now() : 'due' in outcome ? outcome.due : undefined
  await ports.lanes.release(held, due)
  return due
}

/** A lane that only fails is set aside; a store that is away is not its fault. */
async function afterFailure({ lanes, clock, log }: Ports, held: Claim, error: unknown): Promise<Date | undefined> {
  const { job, tenant, failures } = held
  const code = error instanceof Error ? error.name : 'unknown'
  const counts = !(error instanceof Unavailable)
  if (counts && failures + 1 >= TOO_OFTEN) {
    await lanes.setAside(held, code)
    log.error('lane-set-aside', { job, tenant, code, failures: failures + 1 })
    return undefined
  }
  const wait = counts ? Math.min(RETRY_MS * 2 ** failures, LONGEST_MS) : RETRY_MS
  const due = later(clock.now(), wait)
  await lanes.release(held, due, counts)
  log.error('job-failed', { job, tenant, code })
  return due
}
