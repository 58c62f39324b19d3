import { dayTyped } from '../core/dates.ts'
import { clean } from '../core/text.ts'
import { type Day, days, instant, later, momentOn } from '../core/time.ts'
import type { AnsweredPoint, Noted } from './answers.ts'
import { isName, type NoteInput, REASON_LIMIT } from './response-schema.ts'
import { isThanksAlone } from './thanks.ts'

/** Why what was filled in is no answer yet. */
export type Problem =
  | 'no-decision'
  | 'no-reason'
  | 'thanks-alone'
  | 'too-long'
  | 'no-owner'
  | 'no-date'
  | 'postponed-before'
  | 'too-far'

/** Postponing is done once, for so many days at most. */
const POSTPONE_DAYS = 30
/** Fewer words give no reason. */
const FEWEST_WORDS = 3

const isoDay = ({ year, month, day }: Day) => [year, month, day].map((part) => String(part).padStart(2, '0')).join('-')

export const momentOf = (day: string): Date => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return momentOn({ year, month, day: date }, '09:00')
}

/** Makes of what was filled in what may be sent, or says what is missing. */
export function noted(input: NoteInput, { postponed }: AnsweredPoint, now: Date): Noted | Problem {
  const { decision } = input
  const [reason, owner] = [clean(input.reason), clean(input.owner)]
  if (decision === '') return 'no-decision'
  if (isThanksAlone(reason)) return 'thanks-alone'
  if (reason.split(/\s+/).length < FEWEST_WORDS) return 'no-reason'
  if (reason.length > REASON_LIMIT) return 'too-long'
  if (decision !== 'niet' && !isName(owner)) return 'no-owner'
  const day = dayTyped(clean(input.hears), now)
  const hears = day && momentOn(day, '09:00') > now ? isoDay(day) : undefined
  if (decision !== 'niet' && !hears) return 'no-date'
  if (decision === 'uitstellen' && postponed) return 'postponed-before'
  const latest = instant(later(now, days(POSTPONE_DAYS)))
  if (decision === 'uitstellen' && hears && instant(momentOf(hears)) > latest) return 'too-far'
  return { decision, reason, ...(isName(owner) && { owner }), ...(hears && { hears }) }
}
