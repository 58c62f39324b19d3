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
  /** The same, and in the same query what becomes due within so many milliseconds: the first moment of that, if any. */
  look(aheadMs: number): Promise<{ ran: number; next?: Date }>
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
  woken: (at: Date) => void = () => {},
): Agenda {
  const entries = store.collection<Entry>({ name: 'agenda', owner: 'tenant', indexes: { due: ({ due }) => due } })

  async function wake(tenant: string, job: string, at: Date): Promise<void> {
    const id = `${tenant}|${job}`
    const entry = await entries.get({ tenant: SHARED, id })
    const soonEnough = entry?.due && entry.due <= instant(at) ? entry.due : undefined
    const due = soonEnough ?? instant(at)
    if (soonEnough && soonEnough > instant(clock.now())) return woken(new Date(due))
    try {
      // One that is due may be running, past the place where it would have seen this: written again, it runs again.
      await entries.put({ ...(entry ?? { tenant: SHARED, id, job, of: tenant }), due })
    } catch (error) {
      if (error instanceof Conflict) return wake(tenant, job, at)
      throw error
    }
    woken(new Date(due))
  }

  async function run(entry: Entry): Promise<void> {
    const job = jobs().find(({ name }) => name === entry.job)
    let next: Date | undefined
    let code: string | undefined
    try {
      next = await job?.run(entry.of)
    } catch (error) {
      code = error instanceof Error ? error.name : 'unknown'
      next = later(clock.now(), RETRY_MS)
    }
    // With a store that is away this fails too: then the entry stays due, and whoever looks tells it once.
    await reschedule(entry, next)
    if (code) log.error('job-failed', { job: entry.job, tenant: entry.of, code })
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

  async function look(aheadMs: number): Promise<{ ran: number; next?: Date }> {
    const now = instant(clock.now())
    const to = instant(later(clock.now(), aheadMs + 1))
    const { items } = await entries.find({ tenant: SHARED }, { index: 'due', to, limit: AT_ONCE })
    const due = items.filter((entry) => entry.due && entry.due <= now)
    for (const entry of due) await run(entry)
    const next = items[due.length]?.due
    return { ran: due.length, ...(next && { next: new Date(next) }) }
  }

  return {
    wake,
    look,
    runDue: async () => (await look(0)).ran,
    async next() {
      const [first] = (await entries.find({ tenant: SHARED }, { index: 'due', limit: 1 })).items
      return first?.due ? new Date(first.due) : undefined
    },
  }
}
