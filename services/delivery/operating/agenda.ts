import { type Claim, LaneLost, type Log, Unavailable } from '../../core/ports.ts'
import { later } from '../../core/time.ts'
import { keepLease, LEASE_MS, type Lease, type LeasePorts } from '../lanes/lease.ts'
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

/** Runs jobs when they are due, each tenant's for itself: what one waits for, the others do not. */
export interface Agenda {
  /** The job runs at this moment at the latest. */
  wake(tenant: string, job: string, at: Date): Promise<void>
  /** Begins what is due, and waits for none of it. `next` is when to look again at the latest, as far as is known. */
  look(): Promise<{ began: number; next?: Date }>
  /** Begins what is due and waits for all that runs here. Returns how many jobs that were. */
  runDue(): Promise<number>
  /** When the next job of any tenant is due, once none runs here. */
  next(): Promise<Date | undefined>
  /** Tells what runs here to end, and waits for it. Its lanes are given back. */
  stop(): Promise<void>
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

/** So few at a time that other processes get a share. */
const AT_ONCE = 16
/** One that waits costs a timer and a renewal now and then, so that many hundreds may wait at the same time. */
const AT_MOST = 1_000
/** Where others took what was due, there may be more behind it. */
const AFTER_OTHERS_MS = 1_000

export interface AgendaPorts extends LeasePorts {
  log: Log
  jobs(): Job[]
  /** Called with a moment at which there is something to look for. */
  woken(at: Date): void
}

export function createAgenda(ports: AgendaPorts): Agenda {
  const { lanes, clock, woken, leaseMs = LEASE_MS } = ports
  const running = new Map<string, Running>()
  const looks = new Set<Promise<unknown>>()

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
      if (error instanceof LaneLost) ports.log.info('lane-lost', { job, tenant })
      // With a store that is away the next look fails too, and the look tells it once.
      else if (!(error instanceof Unavailable)) ports.log.error('lane-kept', { job, tenant })
      return error instanceof LaneLost ? {} : { error }
    } finally {
      ended(idOf(claim), one, due)
    }
  }

  function begin(claim: Claim, since: Date, job: Job | undefined): void {
    // Ours too, when this process stood still for longer than a lease.
    running.get(idOf(claim))?.lease.abort()
    const lease = keepLease(ports, claim, since)
    const one: Running = { tenant: claim.tenant, job, lease, work: Promise.resolve({}) }
    running.set(idOf(claim), one)
    one.work = perform(claim, one)
  }

  async function claimed(): Promise<{ began: number; next?: Date }> {
    const room = Math.min(AT_ONCE, AT_MOST - running.size)
    if (room <= 0) return { began: 0 }
    const now = clock.now()
    const { claims, next } = await lanes.claim(room, leaseMs)
    const begun = claims.map((claim) => ({ claim, job: ports.jobs().find(({ name }) => name === claim.job) }))
    begun.sort((a, b) => Number(a.job?.last ?? false) - Number(b.job?.last ?? false))
    for (const { claim, job } of begun) begin(claim, now, job)
    const others = claims.length === 0 && next && next <= now
    return { began: claims.length, ...(next && { next: others ? later(now, AFTER_OTHERS_MS) : next }) }
  }

  function look(): Promise<{ began: number; next?: Date }> {
    const one = claimed().finally(() => looks.delete(one))
    looks.add(one)
    return one
  }

  const works = () => [...running.values()].map(({ work }) => work)

  async function nothingRuns(): Promise<void> {
    while (looks.size + running.size > 0) await Promise.allSettled([...looks, ...works()])
  }

  return {
    look,

    async wake(tenant, job, at) {
      await lanes.wake({ tenant, job }, at)
      const one = running.get(idOf({ tenant, job }))
      if (!one) woken(at)
      else if (!one.again || at < one.again) one.again = at
    },

    async runDue() {
      await look()
      const outcomes = await Promise.all(works())
      for (const { error } of outcomes) if (error) throw error
      return outcomes.length
    },

    async next() {
      for (;;) {
        await nothingRuns()
        const { next } = await lanes.claim(0, leaseMs)
        // What was begun meanwhile is due when its lease ends, and that is no work.
        if (looks.size + running.size === 0) return next
      }
    },

    async stop() {
      await Promise.allSettled(looks)
      for (const { lease } of running.values()) lease.abort()
      await nothingRuns()
    },
  }
}

const idOf = ({ tenant, job }: { tenant: string; job: string }) => `${tenant}|${job}`
