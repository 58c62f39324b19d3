import { type Clock, type Log, Unavailable } from '../core/ports.ts'
import { hours, instant, later, type Weekday } from '../core/time.ts'
import { OVER_BUDGET } from './budget.ts'
import type { Delivery } from './delivery.ts'
import type { Moved } from './tray.ts'

/** How long an unknown outcome stays open before the one line of text settles it. */
export const SETTLE_AFTER = hours(6)
/** A nudge that is this late waits for the next working hour instead of arriving at night. */
const LATE_AFTER = hours(1)
/** After a failure of our own, or a refusal that passes. */
export const RETRY_AFTER = hours(1 / 60)

/** May this nudge go out now? `code` is the reason why not; working days are the person's own. */
export type Permission = { may: true; workingDays?: Weekday[] } | { may: false; code: string }

export interface JudgingPorts<Card> {
  clock: Clock
  log: Log
  permission(delivery: Delivery): Promise<Permission>
  /** Is there a place for this nudge in this person's week? Asked last: from then on the place is taken. */
  hasRoom(delivery: Delivery): Promise<boolean>
  /** The first moment from `at` on which this person may be disturbed. */
  workingMoment(at: Date, workingDays?: Weekday[]): Date
  /** Whoever left gets nothing any more, whatever they began. */
  isHere(delivery: Delivery): Promise<boolean>
  /** The message as it is true now, or nothing when it is no longer worth sending. */
  render(delivery: Delivery): Promise<Card | undefined>
}

/** How a delivery is to stand, and the card where it is to be sent or is still wanted. */
export interface Judged<Card> extends Moved {
  card?: Card
}

/** Says at the moment of sending whether a message may go, is worth it, and how it looks. */
export function createJudging<Card>(ports: JudgingPorts<Card>) {
  const { clock, log } = ports

  /** When a nudge has to wait: it is late, and this is no hour to disturb somebody. */
  function quietUntil({ due, nudge, urgent }: Delivery, workingDays?: Weekday[]): Date | undefined {
    const now = clock.now()
    if (!nudge || urgent || now.getTime() - Date.parse(due) <= LATE_AFTER) return undefined
    const moment = ports.workingMoment(now, workingDays)
    return moment > now ? moment : undefined
  }

  async function allowed(delivery: Delivery): Promise<Permission> {
    if (delivery.nudge) return ports.permission(delivery)
    return (await ports.isHere(delivery)) ? { may: true } : { may: false, code: 'left' }
  }

  const fits = async (delivery: Delivery) => !delivery.nudge || ports.hasRoom(delivery)

  /** Before the first attempt. */
  async function toSend(delivery: Delivery): Promise<Judged<Card>> {
    const verdict = await allowed(delivery)
    if (!verdict.may) return { delivery, to: { state: 'withdrawn', code: verdict.code } }
    const quiet = quietUntil(delivery, verdict.workingDays)
    if (quiet) return { delivery, to: { due: instant(quiet), retry: undefined } }
    const card = await ports.render(delivery)
    if (!card) return { delivery, to: { state: 'withdrawn', code: 'nothing-to-say' } }
    if (!(await fits(delivery))) return { delivery, to: { state: 'withdrawn', code: OVER_BUDGET } }
    return { delivery, to: { state: 'attempting', settles: instant(later(clock.now(), SETTLE_AFTER)) }, card }
  }

  /** One delivery that fails must not keep the others waiting; without a store there is nothing for anybody. */
  const safely =
    (work: (delivery: Delivery) => Promise<Judged<Card>>, again: 'retry' | 'settles') => async (delivery: Delivery) => {
      try {
        return await work(delivery)
      } catch (error) {
        if (error instanceof Unavailable) throw error
        const code = error instanceof Error ? error.name : 'unknown'
        log.error('delivery-failed', { delivery: delivery.id, tenant: delivery.tenant, code })
        return { delivery, to: { [again]: instant(later(clock.now(), RETRY_AFTER)), code } }
      }
    }

  /** Before the line of text: it is said only where the card would still be worth sending. */
  async function toSettle(delivery: Delivery): Promise<Judged<Card>> {
    const verdict = await allowed(delivery)
    const quiet = verdict.may && quietUntil(delivery, verdict.workingDays)
    if (quiet) return { delivery, to: { settles: instant(quiet) } }
    const card = verdict.may ? await ports.render(delivery) : undefined
    if (card && !(await fits(delivery))) return { delivery, to: { state: 'settled', code: OVER_BUDGET } }
    return { delivery, to: { state: 'settled' }, ...(card && { card }) }
  }

  return { toSend: safely(toSend, 'retry'), toSettle: safely(toSettle, 'settles') }
}
