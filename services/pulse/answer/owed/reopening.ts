import { instant } from '../../../core/time.ts'
import type { AnsweredPoint, Response } from '../documents.ts'
import { momentOf } from '../noting.ts'
import { termsFrom } from './answer-deadlines.ts'

/** Decisions with a day on which the block hears more. Whatever was refused or done has none. */
const COMES_BACK = ['doen', 'deels', 'uitstellen', 'nog-niet']

/** When a settled point opens again: on the day on which the block was to hear more. */
export const backAt = ({ state, noted }: AnsweredPoint): string | undefined =>
  COMES_BACK.includes(state) && noted?.hears ? instant(momentOf(noted.hears)) : undefined

const isBack = (now: Date) => (point: AnsweredPoint) => {
  const at = backAt(point)
  return at !== undefined && at <= instant(now)
}

/** What was postponed is to be decided again, what was promised is to be answered for. */
export function reopened(response: Response, now: Date): { response: Response; why: ('reopened' | 'outcome')[] } {
  const back = response.points.filter(isBack(now))
  if (back.length === 0) return { response, why: [] }
  const points = response.points.map((one) => (isBack(now)(one) ? opened(one) : one))
  const postponed = back.some(({ state }) => state === 'uitstellen')
  const promised = back.some(({ state }) => state !== 'uitstellen')
  return {
    response: { ...response, points, ...termsFrom(now), reminded: false, missed: false },
    why: [...(postponed ? ['reopened' as const] : []), ...(promised ? ['outcome' as const] : [])],
  }
}

function opened({ point, state, noted, holder, promised }: AnsweredPoint): AnsweredPoint {
  const kept = { point, state: 'open' as const, ...(holder && { holder }) }
  if (state === 'uitstellen') return { ...kept, postponed: true }
  const promise = promised ?? noted
  return { ...kept, ...(promise && { promised: promise }) }
}
