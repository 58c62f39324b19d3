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

/** When a response is looked at again: for what comes first of all that is still to come. */
function nextOf({ points, reminded, missed, reminder, due, tells, undelivered }: Response): string | undefined {
  if (undelivered) return NOW
  const opens = points.flatMap(({ state, noted }) =>
    state === 'uitstellen' && noted?.hears ? [instant(momentOf(noted.hears))] : [],
  )
  const waits = points.some(isOpen)
  const owed = waits && !missed ? [reminded ? due : reminder] : []
  return [...opens, ...owed, ...(tells ? [tells] : [])].sort()[0]
}

export const withNext = (response: Response): Response => {
  const { next: _next, ...rest } = response
  const next = nextOf(response)
  return { ...rest, ...(next && { next }) }
}
