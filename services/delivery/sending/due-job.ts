import type { Clock } from '../../core/ports.ts'
import { instant } from '../../core/time.ts'
import type { Deliveries, Delivery } from '../deliveries/delivery.ts'
import type { Job } from '../operating/agenda.ts'
import type { Pace } from '../pace/pace.ts'
import { CANCELLED, type Pages } from '../rounds/pages.ts'
import { dueOf, earliest, settlesOf } from '../rounds/recipients.ts'
import { pageTray, singles, type Tray } from './batch.ts'
import type { Ended } from './batch-results.ts'
import type { createSender } from './sender.ts'

/** So many deliveries that lie by themselves are looked at in one go. */
export const AT_ONCE = 50

interface DuePorts {
  deliveries: Deliveries
  pages: Pages
  clock: Clock
}

export interface DueJobPorts extends DuePorts {
  sender: ReturnType<typeof createSender>
  pace: Pick<Pace, 'begin'>
  /** How many sends one record of `attempting` covers: as many are unknown after a crash. */
  atOnce: number
}

/** What lies in one of the two places is worked through in the same way. */
interface Place {
  /** The next of it: a tray with what is due, or the moment at which something will be. */
  next(tenant: string): Promise<{ tray: Tray } | { due?: Date }>
}

/** What is to be sent, and what is to be settled: it lies by itself, or on the page of a round. */
function placesOf({ deliveries, pages, clock }: DuePorts): { toSend: Place[]; toSettle: Place[] } {
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

  return {
    toSend: [single('due', ({ retry, due }) => retry ?? due), paged('due', dueOf, 'withdrawn')],
    toSettle: [single('unsettled', ({ settles }) => settles), paged('unsettled', settlesOf, 'settled')],
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

/** Sends and settles what is due for a tenant, and says when there is more. */
export function dueJob({ sender, pace, atOnce, ...ports }: DueJobPorts): Job['run'] {
  const { toSend, toSettle } = placesOf(ports)

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

  return async (tenant, signal) => {
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
        due.push(paused?.until ?? ports.clock.now())
      } else if (found.due) due.push(found.due)
    }
    return due.sort((a, b) => a.getTime() - b.getTime())[0]
  }
}
