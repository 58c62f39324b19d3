import { afterWorkingHours, instant } from '../core/time.ts'
import type { AnsweredPoint, Response } from './answers.ts'
import { momentOf } from './noting.ts'

/** In working hours of eight a day. */
const DAY = 8
const [REMINDED_AFTER, DUE_AFTER] = [5 * DAY, 10 * DAY]

/** Before every moment that there is. */
export const NOW = '0000'

/** By when an answer is reminded of, and by when it is missing. */
export const termsFrom = (at: Date) => ({
  reminder: instant(afterWorkingHours(at, REMINDED_AFTER)),
  due: instant(afterWorkingHours(at, DUE_AFTER)),
})

export const isOpen = ({ state }: AnsweredPoint) => state === 'open' || state === 'noted'

/** Passed on to somebody who has not said yes or no: the clock goes along. */
export const isPassing = ({ state, asked }: AnsweredPoint) => state === 'doorgeven' && asked !== undefined

/** A decision on it is still to come. */
export const isOwed = (point: AnsweredPoint) => isOpen(point) || isPassing(point)

/** When a response is looked at again: for what comes first of all that is still to come. */
function nextOf(response: Response): string | undefined {
  const { points, reminded, missed, reminder, due, undelivered = [], news = [], recognised = [] } = response
  if (undelivered.length > 0 || news.length > 0) return NOW
  const opens = points.flatMap(({ state, noted }) =>
    state === 'uitstellen' && noted?.hears ? [instant(momentOf(noted.hears))] : [],
  )
  const owed = points.some(isOwed) && !missed ? [reminded ? due : reminder] : []
  const tells = recognised.flatMap((one) => (one.told ? [] : [one.tells]))
  return [...opens, ...owed, ...tells].sort()[0]
}

export const withNext = (response: Response): Response => {
  const { next: _next, ...rest } = response
  const next = nextOf(response)
  return { ...rest, ...(next && { next }) }
}
