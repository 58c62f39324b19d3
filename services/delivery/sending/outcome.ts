import type { Log, Sent } from '../../core/ports.ts'
import { days, hours, instant, later } from '../../core/time.ts'
import type { Delivery } from '../deliveries/delivery.ts'
import { isNobodysChoice } from '../rounds/progress.ts'
import type { Move } from './batch.ts'
import { RETRY_AFTER, SETTLE_AFTER } from './may-send.ts'

/** A passing refusal that lasts this long is one after all. */
const GIVE_UP_AFTER = days(2)
/** When a message that was refused for a reason that passes is tried again at the soonest. */
const SOON = hours(1 / 720)
/** Why a line was not sent to somebody who has no conversation any more. */
const NO_WAY = 'not-installed'

/** What becomes of a delivery whose card was sent like this. */
export function afterCard(sent: Sent, { due }: Delivery, now: Date): Move {
  if (sent.kind === 'accepted') return { state: 'accepted', message: sent.message }
  const { kind, code } = sent
  if (kind !== 'not-now') return { state: kind, code }
  const age = now.getTime() - Date.parse(due)
  if (age > GIVE_UP_AFTER) return { state: 'rejected', code }
  // Soon at first, then less and less often.
  const wait = Math.min(RETRY_AFTER, Math.max(SOON, age / 4))
  return { state: 'planned', retry: instant(later(now, Math.max(wait, sent.laneMs ?? 0))), code }
}

/** A line may be said again when nobody knows of the first: twice a line is a nuisance, a silent week is not noticed. */
export function afterLine(sent: Sent, { due }: Delivery, now: Date): Move {
  if (sent.kind === 'accepted') return { state: 'settled' }
  const code = sent.code ?? NO_WAY
  const isOver = now.getTime() - Date.parse(due) > GIVE_UP_AFTER
  if (isOver || sent.kind === 'rejected' || sent.kind === 'waiting') return { state: 'rejected', code }
  const wait = sent.kind === 'unknown' ? SETTLE_AFTER : Math.max(RETRY_AFTER, sent.laneMs ?? 0)
  return { state: 'unknown', settles: instant(later(now, wait)), code }
}

/**
 * What did not arrive is told to operators, as long as no person chose that; what is new to us, as an alert. Whether
 * somebody blocked the bot or took it away is not for a log.
 */
export function told(log: Log, sent: Sent, { id, tenant }: Delivery): void {
  if (sent.kind === 'accepted' || !isNobodysChoice(sent.code ?? NO_WAY)) return
  const { kind, code } = sent
  const fields = { delivery: id, tenant, kind, ...(code && { code }) }
  if (kind === 'rejected' && sent.alert) log.error('alert', fields)
  else log.info('delivery-not-accepted', fields)
}
