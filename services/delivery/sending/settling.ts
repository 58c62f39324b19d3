import type { Clock } from '../../core/ports.ts'
import { instant, later } from '../../core/time.ts'
import type { Delivery } from '../deliveries/delivery.ts'
import type { Move, Tray } from './batch.ts'
import type { Ended } from './batch-results.ts'
import { type Judged, SETTLE_AFTER } from './may-send.ts'
import { afterLine } from './outcome.ts'
import type { Posting } from './posting.ts'

interface SettlingPorts<Card> {
  /** Says whether the line is still wanted, and what it is. */
  judged(delivery: Delivery): Promise<Judged<string>>
  posting: Posting<Card>
  clock: Clock
  /** Has somebody stopped all sending of this tenant? */
  isHalted(tenant: string): Promise<boolean>
}

/** Nobody knows whether these cards arrived. A second card may never be, one line of text may. */
export function createSettling<Card>({ judged, posting, clock, isHalted }: SettlingPorts<Card>) {
  /** Says the line when this is a moment to say it. A refusal that passes means that the person hears it later. */
  async function one(tray: Tray, delivery: Delivery): Promise<Ended> {
    const { to, content: line } = await judged(delivery)
    if (line === undefined) return void (await tray.record([{ delivery, to }]))
    const { until, retry } = await posting.slot(delivery)
    if (until) return { until }
    if (retry) return void (await tray.record([{ delivery, to: { settles: instant(retry) } }]))
    // A process that ends between this and the line says it again: a silent week is worse than a line too many.
    const saying: Move = { state: 'unknown', settles: instant(later(clock.now(), SETTLE_AFTER)), said: true }
    const [said] = await tray.record([{ delivery, to: saying }])
    if (!said) return undefined
    const posted = await posting.post(said, line)
    await tray.record([{ delivery: said, to: afterLine(posted.sent, said, clock.now()) }])
    return posted.until && { until: posted.until }
  }

  return async (tray: Tray): Promise<Ended> => {
    for (const delivery of tray.deliveries) {
      if (await isHalted(delivery.tenant)) return {}
      const ended = await one(tray, delivery)
      if (ended) return ended
    }
    return undefined
  }
}
