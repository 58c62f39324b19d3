import type { Instant } from '../../core/ports.ts'
import { OVER_BUDGET } from '../sending/nudges.ts'
import type { RoundPage } from './page.ts'

/**
 * How far a round is, as the sender knows it. It tells what people chose, so that no operator reads it: they read the
 * `Progress` that is made of it.
 */
export interface RoundStatus {
  cancelled: boolean
  /** Everybody who was put in it, those who were erased since included. */
  people: number
  planned: number
  /** Cannot be reached now, by the reason: they get it when they can. */
  waiting: Record<string, number>
  attempting: number
  sent: number
  unknown: number
  settled: number
  /**
   * Not sent, by the reason: they left, the round was cancelled, their week was full, or it was no longer wanted.
   */
  withdrawn: Record<string, number>
  rejected: Record<string, number>
  /** When the next of those that are planned is due, and the last. */
  next?: Instant
  last?: Instant
  /** When the first of all was due, and the last, whatever became of them. */
  begins: Instant
  closes: Instant
}

const NO_REASON = 'not-installed'
const UNWANTED = 'no-longer-wanted'
/** What says nothing about anybody's choice. */
const TOLD = ['left', 'cancelled', 'spared', OVER_BUDGET]

export function statusOf(pages: readonly RoundPage[], cancelled: boolean): RoundStatus | undefined {
  if (pages.length === 0) return undefined
  const recipients = pages.flatMap((page) => page.recipients)
  const moments = recipients.map(({ due }) => due).sort()
  const status = {
    cancelled,
    people: recipients.length + pages.reduce((sum, { erased = [] }) => sum + erased.length, 0),
    planned: 0,
    waiting: {} as Record<string, number>,
    attempting: 0,
    sent: 0,
    unknown: 0,
    settled: 0,
    withdrawn: {} as Record<string, number>,
    rejected: {} as Record<string, number>,
    begins: moments[0] ?? '',
    closes: moments.at(-1) ?? '',
  }
  const count = (reasons: Record<string, number>, code = NO_REASON) => {
    reasons[code] = (reasons[code] ?? 0) + 1
  }
  const due: Instant[] = []
  for (const { state, code = '', due: at, retry } of recipients) {
    if (state === 'withdrawn') count(status.withdrawn, TOLD.includes(code) ? code : UNWANTED)
    else if (state === 'waiting' || state === 'rejected') count(status[state], code || NO_REASON)
    else if (state === 'accepted') status.sent++
    else status[state]++
    if (state === 'planned') due.push(retry ?? at)
  }
  due.sort()
  const [next, last] = [due[0], due.at(-1)]
  return { ...status, ...(next && { next, last }) }
}
