import { type Day, isHoliday, momentOn, mondayOf, plusDays, type Week, type Weekday } from '../../core/time.ts'

/**
 * How often somebody is asked: every week, every two weeks or every four, counted from the week of the last card that
 * brought them there. It lies with their settings, and is nobody else's to see.
 */
export interface Rhythm {
  every: 1 | 2 | 4
  from: Week
}

/** When somebody wants their weekly question. Working days come from the roster. */
export interface Timetable {
  day?: Weekday
  /** `HH:MM` on the Amsterdam wall clock. */
  time?: string
  workingDays?: Weekday[]
  rhythm?: Rhythm
  /** Whether the municipality lets questions go out on this day; on every day unless it is given. Holidays come besides. */
  isOpen?: (day: Day) => boolean
}

/** What a municipality chose for people who chose nothing, and when it sends no questions at all. */
export type Usual = Pick<Timetable, 'day' | 'time' | 'isOpen'>

/** Late in the week, so that there is a week to look back on, and not on a Friday afternoon. */
export const DEFAULT_DAY: Weekday = 4
export const DEFAULT_TIME = '15:00'

/**
 * The moment of the weekly question: on the wished day, else on the nearest earlier open working day of that ISO
 * week, else on the first later one. Undefined in a week without any such day.
 */
export function questionTime(week: Week, timetable: Timetable): Date | undefined {
  const { day = DEFAULT_DAY, time = DEFAULT_TIME, workingDays = [1, 2, 3, 4, 5], isOpen = () => true } = timetable
  const dayOf = (one: Weekday) => plusDays(mondayOf(week), one - 1)
  const open = workingDays.filter((one) => !isHoliday(dayOf(one)) && isOpen(dayOf(one))).sort((a, b) => a - b)
  const chosen = open.filter((one) => one <= day).at(-1) ?? open[0]
  return chosen && momentOn(dayOf(chosen), time)
}
