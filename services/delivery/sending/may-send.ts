import { type Clock, type Language, type Log, Unavailable } from '../../core/ports.ts'
import { hours, instant, later, type Weekday } from '../../core/time.ts'
import type { Delivery } from '../deliveries/delivery.ts'
import type { Moved } from './batch.ts'
import { OVER_BUDGET } from './nudges.ts'

/** How long an unknown outcome stays open before the one line of text settles it. */
export const SETTLE_AFTER = hours(6)
/** A nudge that is this late waits for the next working hour instead of arriving at night. */
const LATE_AFTER = hours(1)
/** After a failure of our own, or a refusal that passes. */
export const RETRY_AFTER = hours(1 / 60)

/** Whom a message goes to, as they are now: read once, for whether it may go, how it looks and what it says. */
export interface Addressee {
  language: Language
  /** Their own, where they have them. */
  workingDays?: Weekday[]
  /** What holds for them whatever they write; and whether they are asked seldom, or not in this week. */
  stands: { counting: boolean; reads: boolean; seldom?: boolean; rests?: boolean }
}

/** May this go out now? `code` is the reason why not. */
export type Permission = { may: true; to: Addressee } | { may: false; code: string }

export interface JudgingPorts<Card> {
  clock: Clock
  log: Log
  /** A person who left gets nothing any more, whatever they began. A nudge also asks what they chose. */
  permission(delivery: Delivery): Promise<Permission>
  /** Is there a place for this nudge in this person's week? Asked last: from then on the place is taken. */
  hasRoom(delivery: Delivery): Promise<boolean>
  /** The first moment from `at` on which this person may be disturbed. */
  workingMoment(at: Date, workingDays?: Weekday[]): Date
  /** The message as it is true now, or nothing when it is no longer worth sending. */
  render(delivery: Delivery, to: Addressee): Promise<Card | undefined>
  /** The line that follows when nobody can know whether the card arrived. */
  reminder(delivery: Delivery, to: Addressee): string
}

/** The new state of a delivery, and what is to be sent, if anything: the card, or the line. */
export interface Judged<Content> extends Moved {
  content?: Content
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

  const fits = async (delivery: Delivery) => !delivery.nudge || ports.hasRoom(delivery)

  /** Before the first attempt. */
  async function toSend(delivery: Delivery): Promise<Judged<Card>> {
    const verdict = await ports.permission(delivery)
    if (!verdict.may) return { delivery, to: { state: 'withdrawn', code: verdict.code } }
    const quiet = quietUntil(delivery, verdict.to.workingDays)
    if (quiet) return { delivery, to: { due: instant(quiet), retry: undefined } }
    const content = await ports.render(delivery, verdict.to)
    if (!content) return { delivery, to: { state: 'withdrawn', code: 'nothing-to-say' } }
    if (!(await fits(delivery))) return { delivery, to: { state: 'withdrawn', code: OVER_BUDGET } }
    return { delivery, to: { state: 'attempting', settles: instant(later(clock.now(), SETTLE_AFTER)) }, content }
  }

  /** One delivery that fails must not keep the others waiting; without a store there is nothing for anybody. */
  const safely =
    <Content>(work: (delivery: Delivery) => Promise<Judged<Content>>, again: 'retry' | 'settles') =>
    async (delivery: Delivery): Promise<Judged<Content>> => {
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
  async function toSettle(delivery: Delivery): Promise<Judged<string>> {
    const verdict = await ports.permission(delivery)
    const settled: Judged<string> = { delivery, to: { state: 'settled' } }
    if (!verdict.may) return settled
    const quiet = quietUntil(delivery, verdict.to.workingDays)
    if (quiet) return { delivery, to: { settles: instant(quiet) } }
    if (!(await ports.render(delivery, verdict.to))) return settled
    if (!(await fits(delivery))) return { delivery, to: { state: 'settled', code: OVER_BUDGET } }
    return { ...settled, content: ports.reminder(delivery, verdict.to) }
  }

  return { toSend: safely(toSend, 'retry'), toSettle: safely(toSettle, 'settles') }
}
