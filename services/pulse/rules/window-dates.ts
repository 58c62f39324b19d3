import { instant, momentOn, mondayOf, nextWorkingMoment, plusDays, type Week, weekAfter } from '../../core/time.ts'
import { quotesEnd } from './waiting-quotes.ts'
import type { Window } from './windows.ts'

/** How long the contributions of a window are kept after its close, with the secret that names them. */
const KEPT_DAYS = 7
/** A list is about twelve weeks at most: this window, and two more of four. */
const PERIOD_WEEKS = 8
/** In weeks: held back once, and passed over twice. */
const LONGEST_WAIT = 16

/** The first moment of an ISO week. */
export const startOf = (week: Week): Date => momentOn(mondayOf(week), '00:00')

export const closingOf = ({ to }: Window): Date => startOf(to)

/**
 * R8: all pulses of a window come at this moment, and those that do not come are told then too. Between the close and
 * this lies a day, so that somebody may still think better of it.
 */
export const publicationOf = ({ to }: Window): Date => nextWorkingMoment(momentOn(plusDays(mondayOf(to), 1), '09:00'))

export const endOf = ({ to }: Window): Date => momentOn(plusDays(mondayOf(to), KEPT_DAYS), '00:00')

/** R17: until the close of the last list that asks who was there when this window opened, and a week. */
export const membershipEndOf = ({ to }: Window): Date =>
  momentOn(plusDays(mondayOf(weekAfter(to, PERIOD_WEEKS)), KEPT_DAYS), '00:00')

/** No quote waits this long: what is left of one then is of a cut that has ended. */
export const forgottenOf = ({ to }: Window): Date => startOf(weekAfter(to, LONGEST_WAIT))

export const fadingOf = (window: Window): Date => startOf(quotesEnd(window))

/** The first and the last day of a window, at noon. */
export const daysOf = ({ window, to }: { window: Week; to: Week }) => ({
  from: instant(momentOn(mondayOf(window), '12:00')),
  to: instant(momentOn(plusDays(mondayOf(to), -1), '12:00')),
})
