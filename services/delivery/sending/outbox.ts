import type { Clock, PersonId } from '../../core/ports.ts'
import { putIfUnchanged } from '../../core/store/change.ts'
import { instant, later } from '../../core/time.ts'
import type { Deliveries, Delivery, Plan } from '../deliveries/delivery.ts'
import type { Agenda, Job } from '../operating/agenda.ts'
import type { Pace } from '../pace/pace.ts'
import { CANCELLED, type Pages } from '../rounds/pages.ts'
import { dueOf, earliest, settlesOf } from '../rounds/recipients.ts'
import { pageTray, singles, type Tray } from './batch.ts'
import type { Ended } from './batch-results.ts'
import { RETRY_AFTER } from './may-send.ts'
import type { createSender } from './sender.ts'

const JOB = 'outbox'
const AT_ONCE = 50

export interface OutboxPorts {
  deliveries: Deliveries
  pages: Pages
  sender: ReturnType<typeof createSender>
  pace: Pick<Pace, 'begin'>
  clock: Clock
  agenda: Agenda
  /** How many sends one record of `attempting` covers: as many are unknown after a crash. */
  atOnce: number
}

export interface Outbox {
  /** Stores the delivery and wakes the sender. The same id twice is one delivery. */
  plan(plan: Plan): Promise<Delivery>
  wake(tenant: string, at: Date): Promise<void>
  /** As `plan`, sent before this comes back: what has to be there before anything else. */
  first(plan: Plan): Promise<void>
  /** Whether this was planned before, sent or not. */
  has(plan: Pick<Plan, 'tenant' | 'person' | 'id'>): Promise<boolean>
  /** This person can be reached now: what waited goes out. */
  release(tenant: string, person: PersonId): Promise<void>
  job: Job
}

/** What lies in one of the two places is worked through in the same way. */
interface Place {
  /** The next of it: a tray with what is due, or the moment at which something will be. */
  next(tenant: string): Promise<{ tray: Tray } | { due?: Date }>
}

export function createOutbox({ deliveries, pages, sender, pace, clock, agenda, atOnce }: OutboxPorts): Outbox {
  const wake = (tenant: string, at: Date) => agenda.wake(tenant, JOB, at)
  const isDue = (moment?: string) => moment !== undefined && moment <= instant(clock.now())

  const single = (index: 'due' | 'unsettled', momentOf: (one: Delivery) => string | undefined): Place => ({
    async next(tenant) {
      const { items } = await deliveries.find({ tenant }, { index, limit: AT_ONCE })
      const due = items.filter((one) => isDue(momentOf(one)))
      if (due.length > 0) return { tray: singles(deliveries, due) }
      const first = items[0] && momentOf(items[0])
      return first === undefined ? {} : { due: new Date(first) }
    },
  })

  /** A cancelled round has nothing due: a message that was under way at that moment is `left` as well. */
  const paged = (index: 'due' | 'unsettled', momentOf: typeof dueOf, left: 'withdrawn' | 'settled'): Place => ({
    async next(tenant) {
      const [page] = (await pages.pages.find({ tenant }, { index, limit: 1 })).items
      const first = page && earliest(page.recipients.map(momentOf))
      if (!page || first === undefined) return {}
      if (!isDue(first)) return { due: new Date(first) }
      const tray = pageTray(pages, page, (one) => isDue(momentOf(one)))
      if (!(await pages.isCancelled(tenant, page.week))) return { tray }
      await tray.record(tray.deliveries.map((delivery) => ({ delivery, to: { state: left, code: CANCELLED } })))
      return this.next(tenant)
    },
  })

  const toSend = [single('due', ({ retry, due }) => retry ?? due), paged('due', dueOf, 'withdrawn')]
  const toSettle = [single('unsettled', ({ settles }) => settles), paged('unsettled', settlesOf, 'settled')]

  /**
   * What people did themselves comes first, also in the middle of a round: it is looked at again after every page. What
   * was on its way when a look began may have come back to be sent behind it, so then there is one more look.
   * @returns when there is more to send, unless sending ended before
   */
  async function sendAll(tenant: string, signal?: AbortSignal): Promise<{ ended: Ended; due: Date[] }> {
    for (;;) {
      const wasBusy = sender.isBusy(tenant)
      const { tray, due } = await nextOf(toSend, tenant)
      if (tray) {
        const { ended } = await sender.send(tray, atOnce, signal)
        if (ended) return { ended, due }
      } else {
        await sender.rest(tenant)
        if (!wasBusy) return { ended: undefined, due }
      }
    }
  }

  /** The first tray that there is, or else when there will be one. */
  async function nextOf(places: readonly Place[], tenant: string): Promise<{ tray?: Tray; due: Date[] }> {
    const due: Date[] = []
    for (const place of places) {
      const found = await place.next(tenant)
      if ('tray' in found) return { tray: found.tray, due }
      if (found.due) due.push(found.due)
    }
    return { due }
  }

  async function run(tenant: string, signal?: AbortSignal): Promise<Date | undefined> {
    const { until } = await pace.begin(tenant)
    if (until) return until
    const { ended, due } = await sendAll(tenant, signal).finally(() => sender.rest(tenant))
    if (ended) return ended.until
    for (const place of toSettle) {
      const found = await place.next(tenant)
      if ('tray' in found) {
        const paused = await sender.settle(found.tray)
        // Somebody stopped it: the person who lets it go on wakes it.
        if (paused && !paused.until) return undefined
        due.push(paused?.until ?? clock.now())
      } else if (found.due) due.push(found.due)
    }
    return due.sort((a, b) => a.getTime() - b.getTime())[0]
  }

  async function keep(plan: Plan): Promise<Delivery> {
    const known = await deliveries.get(plan)
    const planned: Delivery = { ...plan, state: 'planned' }
    const delivery = known ?? (await putIfUnchanged(deliveries, planned)) ?? (await deliveries.get(plan))
    if (!delivery) throw new Error('a delivery can be neither stored nor read')
    return delivery
  }

  return {
    wake,

    async plan(plan) {
      const delivery = await keep(plan)
      if (delivery.state === 'planned') await wake(plan.tenant, new Date(delivery.due))
      return delivery
    },

    async first(plan) {
      const known = await keep(plan)
      if (known.state !== 'planned' && known.state !== 'waiting') return
      // For a moment after it: wherever this is cut off, or has to be done again, the job goes on.
      await wake(plan.tenant, later(clock.now(), RETRY_AFTER))
      const now: Delivery = { ...known, state: 'planned', due: plan.due, retry: undefined }
      const { landed } = await sender.send(singles(deliveries, [now]), 1)
      await landed
    },

    has: async (plan) => (await deliveries.get(plan)) !== undefined,

    async release(tenant, person) {
      const { items } = await deliveries.find({ tenant, person }, { index: 'waiting', limit: AT_ONCE })
      for (const delivery of items) await putIfUnchanged(deliveries, { ...delivery, state: 'planned' })
      const released = await pages.release(tenant, person, clock.now())
      if (items.length > 0 || released) await wake(tenant, clock.now())
    },

    job: { name: JOB, last: true, run },
  }
}
