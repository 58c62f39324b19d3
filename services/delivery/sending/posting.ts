import type { Clock, Log, Messenger, Sent } from '../../core/ports.ts'
import { instant, later } from '../../core/time.ts'
import type { Delivery } from '../deliveries/delivery.ts'
import type { Pace, Slot } from '../pace/pace.ts'
import type { Flown } from './batch-results.ts'
import { RETRY_AFTER } from './may-send.ts'
import { afterCard, told } from './outcome.ts'

interface PostingPorts<Card> {
  messenger: Messenger<Card>
  pace: Pace
  clock: Clock
  log: Log
}

/** What one message came to; `until` when the channel asked for a pause so long that its lane is better given back. */
export interface Posted {
  sent: Sent
  until?: Date
}

/** The way out: a slot for each message, one POST in it, and silence when that is asked for. Never rejects. */
export function createPosting<Card>({ messenger, pace, clock, log }: PostingPorts<Card>) {
  async function once(delivery: Delivery, content: Card | string): Promise<Sent> {
    try {
      return await messenger.send(delivery, content)
    } catch (error) {
      // It may have been on the wire already: nobody knows.
      return { kind: 'unknown', code: error instanceof Error ? error.name : 'unknown' }
    }
  }

  /** The whole tenant keeps quiet when the channel asked for it. */
  async function post(delivery: Delivery, content: Card | string): Promise<Posted> {
    const sent = await once(delivery, content)
    if (sent.kind !== 'not-now' || sent.laneMs === undefined) return { sent }
    const until = await pace.pause(delivery.tenant, sent.laneMs).catch(() => undefined)
    return { sent, ...(until && { until }) }
  }

  return {
    slot: ({ tenant, person }: Delivery): Promise<Slot> =>
      pace.slot(tenant, person).catch(() => ({ retry: later(clock.now(), RETRY_AFTER) })),

    post,

    /**
     * Sends one that is recorded as attempting. What is kept from going by a pause, or by a failure of our own, is planned
     * again: nothing of it was on the wire.
     */
    async attempt(delivery: Delivery, card: Card, slotted: Promise<Slot>): Promise<Flown> {
      const slot = await slotted
      if (slot.until) return { delivery, to: { state: 'planned' }, ended: { until: slot.until } }
      if (slot.retry) return { delivery, to: { state: 'planned', retry: instant(slot.retry) } }
      const { sent, until } = await post(delivery, card)
      told(log, sent, delivery)
      return { delivery, to: afterCard(sent, delivery, clock.now()), ...(until && { ended: { until } }) }
    },
  }
}

export type Posting<Card> = ReturnType<typeof createPosting<Card>>
