import type { Clock, Messenger, Sent } from '../../core/ports.ts'
import { later } from '../../core/time.ts'
import type { Delivery } from '../deliveries/delivery.ts'
import type { Pace, Slot } from '../pace/pace.ts'
import { RETRY_AFTER } from './may-send.ts'

interface PostingPorts<Card> {
  messenger: Messenger<Card>
  pace: Pace
  clock: Clock
}

/** What one message came to; `until` when the channel asked for a pause so long that its lane is better given back. */
export interface Posted {
  sent: Sent
  until?: Date
}

/** The way out: a slot for each message, one POST in it, and silence when that is asked for. Never rejects. */
export function createPosting<Card>({ messenger, pace, clock }: PostingPorts<Card>) {
  async function once(delivery: Delivery, content: Card | string): Promise<Sent> {
    try {
      return await messenger.send(delivery, content)
    } catch (error) {
      // It may have been on the wire already: nobody knows.
      return { kind: 'unknown', code: error instanceof Error ? error.name : 'unknown' }
    }
  }

  return {
    slot: ({ tenant, person }: Delivery): Promise<Slot> =>
      pace.slot(tenant, person).catch(() => ({ retry: later(clock.now(), RETRY_AFTER) })),

    /** The whole tenant keeps quiet when the channel asked for it. */
    async post(delivery: Delivery, content: Card | string): Promise<Posted> {
      const sent = await once(delivery, content)
      if (sent.kind !== 'not-now' || sent.laneMs === undefined) return { sent }
      const until = await pace.pause(delivery.tenant, sent.laneMs).catch(() => undefined)
      return { sent, ...(until && { until }) }
    },
  }
}

export type Posting<Card> = ReturnType<typeof createPosting<Card>>
