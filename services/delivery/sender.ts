import type { Messenger } from '../core/ports.ts'
import { instant } from '../core/time.ts'
import type { Delivery } from './delivery.ts'
import { createJudging, type JudgingPorts } from './judging.ts'
import { createLate } from './late.ts'
import { afterCard, told } from './outcome.ts'
import type { Pace, Slot } from './pace.ts'
import { createPosting } from './posting.ts'
import { createSettling } from './settling.ts'
import type { Moved, Tray } from './tray.ts'

/** So long the next few wait for those before, in milliseconds; and so many may there be that hang. */
const PATIENCE_MS = 150
const MOST = 100

export interface SenderPorts<Card> extends JudgingPorts<Card> {
  messenger: Messenger<Card>
  pace: Pace
  /** Has somebody stopped all sending of this tenant? Asked before every few messages. */
  isHalted(tenant: string): Promise<boolean>
  /** Resolves after so many milliseconds. */
  wait(ms: number): Promise<void>
}

/** Why sending ended before all was sent: until that moment, or until somebody lets it go on. */
export type Ended = { until?: Date } | undefined

/** One that was sent, or kept from it. */
interface Flown extends Moved {
  ended?: Ended
}

/**
 * Judges, records, sends, records again: nothing goes over the wire before the store knows of it, and what may have
 * gone over it is never sent twice.
 */
export function createSender<Card>(ports: SenderPorts<Card>) {
  const { clock, log } = ports
  const judging = createJudging(ports)
  const posting = createPosting(ports)
  const late = createLate(log)

  /**
   * Sends one that is recorded as attempting, and never throws. What is kept from going by a pause, or by a failure of
   * our own, is planned again: nothing of it was on the wire.
   */
  async function attempt(delivery: Delivery, card: Card, slotted: Promise<Slot>): Promise<Flown> {
    const slot = await slotted
    if (slot.until) return { delivery, to: { state: 'planned' }, ended: { until: slot.until } }
    if (slot.retry) return { delivery, to: { state: 'planned', retry: instant(slot.retry) } }
    const { sent, until } = await posting.post(delivery, card)
    told(log, sent, delivery)
    return { delivery, to: afterCard(sent, delivery, clock.now()), ...(until && { ended: { until } }) }
  }

  /** Records what is about to be sent together with what became of those before, and begins to send it. */
  async function begin(tray: Tray, deliveries: readonly Delivery[], done: readonly Moved[]) {
    const judged = await Promise.all(deliveries.map(judging.toSend))
    const cards = new Map(judged.map(({ delivery, content }) => [delivery.id, content]))
    const recorded = await tray.record([...done, ...judged])
    return recorded.flatMap((delivery) => {
      const card = delivery.state === 'attempting' ? cards.get(delivery.id) : undefined
      if (!card) return []
      const slotted = posting.slot(delivery)
      return [{ slotted, flight: attempt(delivery, card, slotted) }]
    })
  }

  /** The next few begin while the last few are on their way, and do not wait for one that hangs. */
  async function landing(flying: ReadonlySet<Promise<void>>, most: number): Promise<void> {
    if (flying.size > most) {
      const patience = ports.wait(PATIENCE_MS).then(() => 'passed' as const)
      while (flying.size > most) if ((await Promise.race([...flying, patience])) === 'passed') break
    }
    while (flying.size >= MOST) await Promise.race(flying)
  }

  return {
    /**
     * Sends what lies in the tray, `atOnce` by `atOnce`: as many are unknown after a crash, besides those that hang. One
     * that hangs does not keep the others waiting.
     */
    async send(tray: Tray, atOnce: number, signal?: AbortSignal): Promise<Ended> {
      const [{ tenant } = { tenant: '' }] = tray.deliveries
      const flying = new Set<Promise<void>>()
      let landed: Flown[] = []
      let ended: Ended
      const takeLanded = () => {
        const all = landed
        landed = []
        return all
      }
      const fly = (flight: Promise<Flown>) => {
        const one: Promise<void> = flight.then((flown) => {
          flying.delete(one)
          landed.push(flown)
          ended ??= flown.ended
        })
        flying.add(one)
      }
      const record = async () => {
        const last = takeLanded()
        if (last.length > 0) await tray.record(last)
      }
      for (let from = 0; from < tray.deliveries.length && !ended; from += atOnce) {
        if (signal?.aborted || (await ports.isHalted(tenant))) {
          ended = {}
          break
        }
        const begun = await begin(tray, tray.deliveries.slice(from, from + atOnce), takeLanded())
        for (const { flight } of begun) fly(flight)
        await Promise.all(begun.map(({ slotted }) => slotted))
        await landing(flying, atOnce)
      }
      await landing(flying, 0)
      await record()
      for (const one of flying) late.land(tenant, one.then(record))
      return ended
    },

    settle: createSettling({ judged: judging.toSettle, posting, clock }),

    /** Resolves when also the slowest of this tenant has ended: until then the lane is not to be given away. */
    rest: late.rest,
  }
}
