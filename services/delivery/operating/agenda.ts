import { later } from '../../core/time.ts'
import { LEASE_MS } from '../lanes/lease.ts'
import { type Job, type RunningPorts, runningJobs } from './running-jobs.ts'

export type { Job } from './running-jobs.ts'

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

/** So few at a time that other processes get a share. */
const AT_ONCE = 16
/** Where others took what was due, there may be more behind it. */
const AFTER_OTHERS_MS = 1_000

export interface AgendaPorts extends RunningPorts {
  jobs(): Job[]
}

export function createAgenda(ports: AgendaPorts): Agenda {
  const { lanes, clock, woken, leaseMs = LEASE_MS } = ports
  const running = runningJobs(ports)
  const looks = new Set<Promise<unknown>>()

  async function claimed(): Promise<{ began: number; next?: Date }> {
    const room = Math.min(AT_ONCE, running.room())
    if (room <= 0) return { began: 0 }
    const now = clock.now()
    const { claims, next } = await lanes.claim(room, leaseMs)
    const begun = claims.map((claim) => ({ claim, job: ports.jobs().find(({ name }) => name === claim.job) }))
    begun.sort((a, b) => Number(a.job?.last ?? false) - Number(b.job?.last ?? false))
    for (const { claim, job } of begun) running.begin(claim, now, job)
    const others = claims.length === 0 && next && next <= now
    return { began: claims.length, ...(next && { next: others ? later(now, AFTER_OTHERS_MS) : next }) }
  }

  function look(): Promise<{ began: number; next?: Date }> {
    const one = claimed().finally(() => looks.delete(one))
    looks.add(one)
    return one
  }

  async function nothingRuns(): Promise<void> {
    while (looks.size + running.works().length > 0) await Promise.allSettled([...looks, ...running.works()])
  }

  return {
    look,

    async wake(tenant, job, at) {
      await lanes.wake({ tenant, job }, at)
      if (!running.again({ tenant, job }, at)) woken(at)
    },

    async runDue() {
      await look()
      const outcomes = await Promise.all(running.works())
      for (const { error } of outcomes) if (error) throw error
      return outcomes.length
    },

    async next() {
      for (;;) {
        await nothingRuns()
        const { next } = await lanes.claim(0, leaseMs)
        // What was begun meanwhile is due when its lease ends, and that is no work.
        if (looks.size + running.works().length === 0) return next
      }
    },

    async stop() {
      await Promise.allSettled(looks)
      running.abort()
      await nothingRuns()
    },
  }
}
