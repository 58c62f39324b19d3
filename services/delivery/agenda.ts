import { type Clock, Conflict, type Doc, type Instant, type Log, type Store } from '../core/ports.ts'
import { instant, later } from '../core/time.ts'

/** Work that a moment in time begins. It says when it wants to run again for this tenant, if at all. */
export interface Job {
  name: string
  run(tenant: string): Promise<Date | undefined>
}

/** When a job is next due for a tenant. It lies in the store, so a stop or a crash forgets nothing. */
interface Entry extends Doc {
  job: string
  /** The tenant the work is for; `tenant` itself is the shared partition. */
  of: string
  due?: Instant
}

export interface Agenda {
  /** The job runs at this moment at the latest. */
  wake(tenant: string, job: string, at: Date): Promise<void>
  /** Runs all that is due now, whatever was missed while nobody ran. Returns how many jobs ran. */
  runDue(): Promise<number>
  /** When the next job of any tenant is due. */
  next(): Promise<Date | undefined>
}

/** One partition for all tenants, so that one look finds whoever has work: an idle tenant costs nothing. */
const SHARED = '-'
const RETRY_MS = 60_000
const AT_ONCE = 100

export function createAgenda(
  { store, clock, log }: { store: Store; clock: Clock; log: Log },
  jobs: () => Job[],
  woken: () => void = () => {},
): Agenda {
  const entries = store.collection<Entry>({ name: 'agenda', owner: 'tenant', indexes: { due: ({ due }) => due } })

  async function wake(tenant: string, job: string, at: Date): Promise<void> {
    const id = `${tenant}|${job}`
    const entry = await entries.get({ tenant: SHARED, id })
    const soonEnough = entry?.due && entry.due <= instant(at) ? entry.due : undefined
    if (soonEnough && soonEnough > instant(clock.now())) return woken()
    try {
      // One that is due may be running, past the place where it would have seen this: written again, it runs again.
      await entries.put({ ...(entry ?? { tenant: SHARED, id, job, of: tenant }), due: soonEnough ?? instant(at) })
    } catch (error) {
      if (error instanceof Conflict) return wake(tenant, job, at)
      throw error
    }
    woken()
  }

  async function run(entry: Entry): Promise<void> {
    const job = jobs().find(({ name }) => name === entry.job)
    let next: Date | undefined
    try {
      next = await job?.run(entry.of)
    } catch (error) {
      log.error('job-failed', {
        job: entry.job,
        tenant: entry.of,
        code: error instanceof Error ? error.name : 'unknown',
      })
      next = later(clock.now(), RETRY_MS)
    }
    await reschedule(entry, next)
  }

  /** Whoever woke the job while it ran has written another time: that one stands. */
  async function reschedule(entry: Entry, next: Date | undefined): Promise<void> {
    const { due: _ran, ...rest } = entry
    try {
      await entries.put(next ? { ...rest, due: instant(next) } : rest)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
    }
  }

  return {
    wake,
    async runDue() {
      const now = instant(later(clock.now(), 1))
      const { items } = await entries.find({ tenant: SHARED }, { index: 'due', to: now, limit: AT_ONCE })
      for (const entry of items) await run(entry)
      return items.length
    },
    async next() {
      const [first] = (await entries.find({ tenant: SHARED }, { index: 'due', limit: 1 })).items
      return first?.due ? new Date(first.due) : undefined
    },
  }
}
