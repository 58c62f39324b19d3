import { clean } from '../../core/text/clean.ts'
import { type Day, days, instant, later, momentOn } from '../../core/time.ts'
import { dayTyped } from '../../core/typed-dates.ts'
import type { AnsweredPoint, Noted } from './documents.ts'
import { isWords } from './points.ts'
import { type DecisionKind, type NoteInput, OUTCOMES, REASON_LIMIT, REPLY } from './response-schema.ts'
import { isThanksAlone } from './thanks.ts'

/** Why what was filled in is no answer yet. */
export type Problem =
  | 'no-decision'
  | 'no-reason'
  | 'thanks-alone'
  | 'too-long'
  /** It holds a number or address of a person. */
  | 'personal'
  | 'no-owner'
  | 'nobody-called'
  | 'several-called'
  | 'no-date'
  /** There is no such day. */
  | 'unknown-date'
  | 'postponed-before'
  | 'passed-before'
  | 'to-yourself'
  | 'too-far'

/** Who notes it, and whom they named. */
export interface Naming {
  /** The mark of who decides. */
  by: string
  /** The mark of the owner; absent when nobody was named. */
  owner?: string | 'nobody' | 'several'
}

/** Postponing is done once, for so many days at most. */
const POSTPONE_DAYS = 30
/** Fewer words give no reason. */
const FEWEST_WORDS = 3

const isoDay = ({ year, month, day }: Day) => [year, month, day].map((part) => String(part).padStart(2, '0')).join('-')

export const momentOf = (day: string): Date => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return momentOn({ year, month, day: date }, '09:00')
}

const isOutcome = (decision: DecisionKind) => OUTCOMES.some((one) => one === decision)

/** Makes of what was filled in what may be sent, or says what is missing. */
export function noted(input: NoteInput, point: AnsweredPoint, naming: Naming, now: Date): Noted | Problem {
  const { decision } = input
  const reason = clean(input.reason)
  if (isWords(point.point) && !point.promised) return inReason(reason) ?? { decision: REPLY, reason }
  if (decision === '' || decision === REPLY || isOutcome(decision) !== (point.promised !== undefined))
    return 'no-decision'
  const written = clean(input.hears)
  const day = dayTyped(written, now)
  const hears = day && momentOn(day, '09:00') > now ? isoDay(day) : undefined
  const { owner } = naming
  const problem =
    inReason(reason) ??
    (point.promised ? undefined : inOwner(decision, owner)) ??
    (decision === 'doorgeven' ? inPassing(point, naming) : inDay(decision, point, hears, now))
  if (problem === 'no-date' && written && !day) return 'unknown-date'
  if (problem) return problem
  // Whatever has come of it comes back no more; who takes it on was said already.
  if (decision === 'gedaan') return { decision, reason }
  const named = decision !== 'niet' && !point.promised && owner !== undefined
  return { decision, reason, ...(named && { owner }), ...(hears && { hears }) }
}

function inReason(reason: string): Problem | undefined {
  if (isThanksAlone(reason)) return 'thanks-alone'
  if (reason.split(/\s+/).length < FEWEST_WORDS) return 'no-reason'
  return reason.length > REASON_LIMIT ? 'too-long' : undefined
}

function inOwner(decision: DecisionKind, owner: Naming['owner']): Problem | undefined {
  if (decision === 'niet') return undefined
  if (owner === undefined) return 'no-owner'
  if (owner === 'nobody') return 'nobody-called'
  return owner === 'several' ? 'several-called' : undefined
}

/** What was passed on once is not passed on again: else it would be nobody's. */
function inPassing({ holder }: AnsweredPoint, { by, owner }: Naming): Problem | undefined {
  if (holder) return 'passed-before'
  return owner === by ? 'to-yourself' : undefined
}

function inDay(
  decision: DecisionKind,
  point: AnsweredPoint,
  hears: string | undefined,
  now: Date,
): Problem | undefined {
  if (decision === 'niet' || decision === 'gedaan') return undefined
  if (!hears) return 'no-date'
  if (decision !== 'uitstellen') return undefined
  if (point.postponed) return 'postponed-before'
  const latest = instant(later(now, days(POSTPONE_DAYS)))
  return instant(momentOf(hears)) > latest ? 'too-far' : undefined
}
