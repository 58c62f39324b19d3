import type { Response } from '../documents.ts'
import { isOwed } from './answer-deadlines.ts'
import { backAt } from './reopening.ts'

/** Before every moment that there is. */
export const NOW = '0000'

/** When a response is looked at again: for what comes first of all that is still to come. */
function nextOf(response: Response): string | undefined {
  const {
    points,
    reminded,
    missed,
    reminder,
    due,
    undelivered = [],
    news = [],
    recognised = [],
    question,
    writing,
  } = response
  if (undelivered.length > 0 || news.length > 0 || question?.untold) return NOW
  const opens = points.flatMap((point) => backAt(point) ?? [])
  const owed = points.some(isOwed) && !missed ? [reminded ? due : reminder] : []
  const tells = recognised.flatMap((one) => (one.told ? [] : [one.tells]))
  return [...opens, ...owed, ...tells, ...(writing ? [writing] : [])].sort()[0]
}

export const withNext = (response: Response): Response => {
  const { next: _next, ...rest } = response
  const next = nextOf(response)
  return { ...rest, ...(next && { next }) }
}
