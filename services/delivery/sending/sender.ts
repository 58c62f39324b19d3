import type { Messenger } from '../../core/ports.ts'
import type { Delivery } from '../deliveries/delivery.ts'
import type { Pace } from '../pace/pace.ts'
import type { Moved, Tray } from './batch.ts'
import { type Ended, landingsIn } from './batch-results.ts'
import { createJudging, type JudgingPorts } from './may-send.ts'
import { createPosting } from './posting.ts'
import { createSettling } from './settling.ts'
import { createUnderWay } from './under-way.ts'

export interface SenderPorts<Card> extends JudgingPorts<Card> {
  messenger: Messenger<Card>
  pace: Pace
  /** Has somebody stopped all sending of this tenant? Asked before every few messages. */
  isHalted(tenant: string): Promise<boolean>
  /** Resolves after so many milliseconds. */
  wait(ms: number): Promise<void>
}

/**
 * Judges, records, sends, records again: nothing goes over the wire before the store knows of it, and what may have
 * gone over it is never sent twice.
 */
export function createSender<Card>(ports: SenderPorts<Card>) {
  const judging = createJudging(ports)
  const posting = createPosting(ports)
  const underWay = createUnderWay(ports)

  /** Records what is about to be sent together with what became of those before, and begins to send it. */
  async function begin(tray: Tray, deliveries: readonly Delivery[], done: readonly Moved[]) {
    const judged = await Promise.all(deliveries.map(judging.toSend))
    const cards = new Map(judged.map(({ delivery, content }) => [delivery.id, content]))
    const recorded = await tray.record([...done, ...judged])
    return recorded.flatMap((delivery) => {
      const card = delivery.state === 'attempting' ? cards.get(delivery.id) : undefined
      if (!card) return []
      const slotted = posting.slot(delivery)
      return [{ slotted, flight: posting.attempt(delivery, card, slotted) }]
    })
  }

  return {
    /**
     * Sends what lies in the tray, `atOnce` by `atOnce`: as many are unknown after a crash, besides those that hang. One
     * that hangs does not keep the others waiting, and neither do the last few: `landed` resolves when those have
     * ended, or were waited for long enough.
     */
    async send(tray: Tray, atOnce: number, signal?: AbortSignal): Promise<{ ended: Ended; landed: Promise<void> }> {
      const [{ tenant } = { tenant: '' }] = tray.deliveries
      const landings = landingsIn(tray)
      let soon = Promise.resolve()
      try {
        for (let from = 0; from < tray.deliveries.length; from += atOnce) {
          await underWay.room(tenant)
          if (signal?.aborted || (await ports.isHalted(tenant))) landings.end()
          if (landings.ended()) break
          const few = tray.deliveries.slice(from, from + atOnce)
          const done = landings.taken()
          const begun = await begin(tray, few, done).catch((error: unknown) => landings.back(done, error))
          const flights = begun.map(({ flight }) => landings.land(flight))
          soon = underWay.fly(tenant, flights)
          await Promise.all(begun.map(({ slotted }) => slotted))
        }
      } finally {
        // Also after a failure of our own: what was sent is recorded as far as it can be.
        soon = underWay.record(tenant, soon.then(landings.record))
        underWay.record(tenant, soon.then(landings.recordTheRest))
      }
      return { ended: landings.ended(), landed: soon }
    },

    settle: createSettling({ judged: judging.toSettle, posting, clock: ports.clock, isHalted: ports.isHalted }),

    /** Resolves when also the slowest of this tenant has ended: until then the lane is not to be given away. */
    rest: underWay.rest,

    /** Whether something of this tenant is on its way: what becomes of it may be due again. */
    isBusy: underWay.isBusy,
  }
}
