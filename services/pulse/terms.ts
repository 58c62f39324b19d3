import { afterWorkingHours, instant } from '../core/time.ts'
import type { AnsweredPoint } from './answers.ts'
import { DECISIONS, type DecisionKind, OUTCOMES } from './response-schema.ts'

/** In working hours of eight a day. */
const DAY = 8
const [REMINDED_AFTER, DUE_AFTER] = [5 * DAY, 10 * DAY]

/** By when an answer is reminded of, and by when it is missing. */
export const termsFrom = (at: Date) => ({
  reminder: instant(afterWorkingHours(at, REMINDED_AFTER)),
  due: instant(afterWorkingHours(at, DUE_AFTER)),
})

/** What may be decided about it: postponing and passing on are done once; what was promised is done, or not yet. */
export function offeredOn({ postponed, holder, promised }: AnsweredPoint): readonly DecisionKind[] {
  if (promised) return OUTCOMES
  return DECISIONS.filter((one) => !(one === 'uitstellen' && postponed) && !(one === 'doorgeven' && holder))
}

export const isOpen = ({ state }: AnsweredPoint) => state === 'open' || state === 'noted'

/** Passed on to somebody who has not said yes or no: the clock goes along. */
export const isPassing = ({ state, asked }: AnsweredPoint) => state === 'doorgeven' && asked !== undefined

/** A decision on it is still to come. */
export const isOwed = (point: AnsweredPoint) => isOpen(point) || isPassing(point)
