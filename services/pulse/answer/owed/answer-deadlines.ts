import { afterWorkingHours, instant } from '../../../core/time.ts'
import type { AnsweredPoint } from '../documents.ts'
import { isWords } from '../points.ts'
import { DECISIONS, type DecisionKind, OUTCOMES, REPLY } from '../response-schema.ts'

/** In working hours of eight a day. */
const DAY = 8
const [REMINDED_AFTER, DUE_AFTER] = [5 * DAY, 10 * DAY]

/** By when an answer is reminded of, and by when it is missing. */
export const termsFrom = (at: Date) => ({
  reminder: instant(afterWorkingHours(at, REMINDED_AFTER)),
  due: instant(afterWorkingHours(at, DUE_AFTER)),
})

/** What may be decided about it: postponing and passing on are done once; what was promised is done, or not yet. */
export function offeredOn({ point, postponed, holder, promised }: AnsweredPoint): readonly DecisionKind[] {
  if (promised) return OUTCOMES
  if (isWords(point)) return [REPLY]
  return DECISIONS.filter((one) => !(one === 'uitstellen' && postponed) && !(one === 'doorgeven' && holder))
}

/** The how-manieth point this is, and of how many: the answer to the quotes is none of them. */
export function numberOf(points: readonly AnsweredPoint[], place: number): { number: number; of: number } {
  const isPoint = ({ point }: AnsweredPoint) => !isWords(point)
  return { number: points.slice(0, place + 1).filter(isPoint).length, of: points.filter(isPoint).length }
}

export const isOpen = ({ state }: AnsweredPoint) => state === 'open' || state === 'noted'

/** Passed on to somebody who has not said yes or no: the clock goes along. */
export const isPassing = ({ state, asked }: AnsweredPoint) => state === 'doorgeven' && asked !== undefined

/** A decision on it is still to come. */
export const isOwed = (point: AnsweredPoint) => isOpen(point) || isPassing(point)
