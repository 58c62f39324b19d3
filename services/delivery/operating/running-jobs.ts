import { type Claim, type Lane, LaneLost, type Log, Unavailable } from '../../core/ports.ts'
import { keepLease, type Lease, type LeasePorts } from '../lanes/lease.ts'
import { givenBack, type Work } from '../lanes/run-under-lease.ts'

/**
 * Work that a moment in time begins. It says when it wants to run again for this tenant, if at all. Once `signal` is
 * aborted it ends soon, and the worker that has the lane next goes on.
 */
export interface Job {
  name: string
  /** Begins after what else runs here for its tenant: what that plans goes out in its own order. */
  last?: boolean
  run(tenant: string, signal: AbortSignal): Promise<Date | undefined>
}

export interface RunningPorts extends LeasePorts {
  log: Log
  /** Called with a moment at which there is something to look for. */
  woken(at: Date): void
}

/** One job that runs here. */
interface Running {
  tenant: string
  job: Job | undefined
  lease: Lease
  /** When it was woken meanwhile. */
  again?: Date
  /** Never rejects: gives what its lane could not be given back for. */
  work: Promise<{ error?: unknown }>
}

/** One that waits costs a timer and a renewal now and then, so that many hundreds may wait at the same time. */
const AT_MOST = 1_000

/** The jobs that run here, each with its lease. */
export function runningJobs(ports: RunningPorts) {
  const { clock, log, woken } = ports
  const running = new Map<string, Running>()

  /** A job that was woken while it ran is due again, and so is one that waits for a place. */
  function ended(id: string, one: Running, due: Date | undefined): void {
    const full = running.size >= AT_MOST
    if (running.get(id) === one) running.delete(id)
    for (const at of [due, one.again, full ? clock.now() : undefined]) if (at) woken(at)
  }

  /** Undefined for a job that this release does not know. */
  function workOf({ tenant, job }: Running): Work | undefined {
    const others = [...running.values()].filter((one) => one.tenant === tenant && !one.job?.last)
    const first = job?.last ? others.map(({ work }) => work) : []
    return job && ((signal) => Promise.all(first).then(() => job.run(tenant, signal)))
  }

  async function perform(claim: Claim, one: Running): Promise<{ error?: unknown }> {
    const { tenant, job } = claim
    let due: Date | undefined
    try {
      due = await givenBack(ports, workOf(one), one.lease)
      return {}
    } catch (error) {
      if (error instanceof LaneLost) log.info('lane-lost', { job, tenant })
      // With a store that is away the next look fails too, and the look tells it once.
      else if (!(error instanceof Unavailable)) log.error('lane-kept', { job, tenant })
      return error instanceof LaneLost ? {} : { error }
    } finally {
      ended(idOf(claim), one, due)
    }
  }

  return {
    /** For how many more there is a place. */
    room: () => AT_MOST - running.size,
    works: () => [...running.values()].map(({ work }) => work),

    begin(claim: Claim, since: Date, job: Job | undefined): void {
      // Ours too, when this process stood still for longer than a lease.
      running.get(idOf(claim))?.lease.abort()
      const lease = keepLease(ports, claim, since)
      const one: Running = { tenant: claim.tenant, job, lease, work: Promise.resolve({}) }
      running.set(idOf(claim), one)
      one.work = perform(claim, one)
    },

    /** It is woken while it runs; false when it does not run here. */
    again(lane: Lane, at: Date): boolean {
      const one = running.get(idOf(lane))
      if (one && (!one.again || at < one.again)) one.again = at
      return one !== undefined
    },

    abort(): void {
      for (const { lease } of running.values()) lease.abort()
    },
  }
}

const idOf = ({ tenant, job }: { tenant: string; job: string }) => `${tenant}|${job}`
