/**
 * The calendar of a Dutch municipality: Europe/Amsterdam with daylight saving, ISO weeks, public holidays and
 * working hours. Everything here is pure; "now" is always handed in.
 */
import type { Instant } from './ports.ts'

/** An ISO 8601 week of the Amsterdam calendar, for example `2026-W47`. */
export type Week = string

/** Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** A day on the wall calendar, without a time or a zone. */
export interface Day {
  year: number
  month: number
  day: number
}

/** The office day in local hours: an offer waits outside it, and waiting time is counted inside it. */
const OFFICE = { opens: 9, closes: 17 }
const HOUR = 3_600_000
const DAY = 24 * HOUR

const clockFace = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** How far the wall was found to be ahead of UTC, per hour: the calendar is slow to tell. */
const known = new Map<number, number>()
const MANY = 1000

/** In milliseconds. Daylight saving begins and ends on a whole hour of UTC. */
function ahead(at: Date): number {
  const hour = Math.floor(at.getTime() / HOUR)
  const found = known.get(hour) ?? reckoned(new Date(hour * HOUR))
  if (known.size >= MANY) known.clear()
  known.set(hour, found)
  return found
}

function reckoned(at: Date): number {
  const part = Object.fromEntries(clockFace.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const shown = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second)
  return shown - at.getTime()
}

/** What the clock on the wall shows, written as if it were UTC so that it can be reckoned with. */
const wall = (at: Date) => later(at, ahead(at))

/** The instant at which the wall shows this; an hour that daylight saving skips becomes the hour after it. */
function instantAt(shown: Date): Date {
  const guess = new Date(shown.getTime() - (wall(shown).getTime() - shown.getTime()))
  const off = wall(guess).getTime() - shown.getTime()
  return off === 0 ? guess : new Date(guess.getTime() - off)
}

const noon = ({ year, month, day }: Day) => new Date(Date.UTC(year, month - 1, day, 12))

const dayOfNoon = (at: Date): Day => ({
  year: at.getUTCFullYear(),
  month: at.getUTCMonth() + 1,
  day: at.getUTCDate(),
})

export const instant = (at: Date): Instant => at.toISOString()

export const later = (at: Date, milliseconds: number) => new Date(at.getTime() + milliseconds)

export const hours = (count: number) => count * HOUR

export const days = (count: number) => count * DAY

/** So many twelfths of a year. */
export const months = (count: number) => count * (days(365) / 12)

/** The Amsterdam calendar day on which this instant falls. */
export const dayOf = (at: Date): Day => dayOfNoon(wall(at))

/** What the clock on the wall shows, as `HH:MM`. */
export const wallTime = (at: Date) => wall(at).toISOString().slice(11, 16)

export const plusDays = (day: Day, count: number): Day => dayOfNoon(new Date(noon(day).getTime() + count * DAY))

/** `2026-11-28`, so that text order is the order of days. */
export const dateOf = (day: Day): string => noon(day).toISOString().slice(0, 10)

export const weekdayOf = (day: Day) => (((noon(day).getUTCDay() + 6) % 7) + 1) as Weekday

/** The instant of `HH:MM` on the wall clock of that day. */
export function momentOn(day: Day, time: string): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return instantAt(new Date(Date.UTC(day.year, day.month - 1, day.day, hour, minute)))
}

const weeks = new Map<number, Week>()

/** The ISO week of an instant: weeks begin on Monday, and belong to the year of their Thursday. */
export function weekOf(at: Date): Week {
  // A midnight in Amsterdam is a whole hour of UTC.
  const hour = Math.floor(at.getTime() / HOUR)
  const found = weeks.get(hour) ?? reckonedWeek(at)
  if (weeks.size >= MANY) weeks.clear()
  weeks.set(hour, found)
  return found
}

function reckonedWeek(at: Date): Week {
  const today = dayOf(at)
  const thursday = plusDays(today, 4 - weekdayOf(today))
  const sinceNewYear = (noon(thursday).getTime() - Date.UTC(thursday.year, 0, 1, 12)) / DAY
  return `${thursday.year}-W${String(Math.floor(sinceNewYear / 7) + 1).padStart(2, '0')}`
}

/** Monday of an ISO week. */
export function mondayOf(week: Week): Day {
  const [year = 0, number = 1] = week.split('-W').map(Number)
  const fourth = { year, month: 1, day: 4 }
  return plusDays(fourth, 1 - weekdayOf(fourth) + (number - 1) * 7)
}

/** The midnight with which a week begins. */
export const startOf = (week: Week): Instant => instant(momentOn(mondayOf(week), '00:00'))

export const weekAfter = (week: Week, count = 1): Week => weekOf(momentOn(plusDays(mondayOf(week), count * 7), '12:00'))

/** The Sunday of a week, at noon. */
export const lastDayOf = (week: Week): Instant => instant(momentOn(plusDays(mondayOf(week), 6), '12:00'))

/** How many weeks `to` is after `from`; negative when it is earlier. */
export const weeksBetween = (from: Week, to: Week) =>
  Math.round((noon(mondayOf(to)).getTime() - noon(mondayOf(from)).getTime()) / (7 * DAY))

/** Easter Sunday in the Gregorian calendar (the anonymous algorithm, Meeus 1991). */
function easter(year: number): Day {
  const a = year % 19
  const century = Math.floor(year / 100)
  const rest = year % 100
  const correction = Math.floor((century + 8) / 25)
  const epact = (19 * a + century - Math.floor(century / 4) - Math.floor((century - correction + 1) / 3) + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7
  const shift = Math.floor((a + 11 * epact + 22 * weekday) / 451)
  const sum = epact + weekday - 7 * shift + 114
  return { year, month: Math.floor(sum / 31), day: (sum % 31) + 1 }
}

/** The official Dutch holidays on which offices close. */
export type Holiday =
  | 'new-year'
  | 'easter-monday'
  | 'kings-day'
  | 'liberation-day'
  | 'ascension'
  | 'whit-monday'
  | 'christmas'

/** Which holiday it is; Liberation Day counts once every five years. */
export function holidayOf(day: Day): Holiday | undefined {
  const { year } = day
  const sunday = easter(year)
  const kingsDay = weekdayOf({ year, month: 4, day: 27 }) === 7 ? 26 : 27
  const closed: [Holiday, Day][] = [
    ['new-year', { year, month: 1, day: 1 }],
    ['easter-monday', plusDays(sunday, 1)],
    ['kings-day', { year, month: 4, day: kingsDay }],
    ...(year % 5 === 0 ? [['liberation-day', { year, month: 5, day: 5 }] as [Holiday, Day]] : []),
    ['ascension', plusDays(sunday, 39)],
    ['whit-monday', plusDays(sunday, 50)],
    ['christmas', { year, month: 12, day: 25 }],
    ['christmas', { year, month: 12, day: 26 }],
  ]
  return closed.find(([, one]) => one.month === day.month && one.day === day.day)?.[0]
}

export const isHoliday = (day: Day) => holidayOf(day) !== undefined

const EVERY_WORKDAY: readonly Weekday[] = [1, 2, 3, 4, 5]

/** Nobody works on no day at all: an empty list says as little as none. */
const daysOf = (own: readonly Weekday[] = []) => (own.some((day) => day >= 1 && day <= 7) ? own : EVERY_WORKDAY)

/** Does this person work on this day? Without days of their own: Monday to Friday. */
export const isWorkday = (day: Day, own?: readonly Weekday[]) => daysOf(own).includes(weekdayOf(day)) && !isHoliday(day)

/** The first of these days from this one on that this person works on. */
export function nextWorkday(from: Day, own?: readonly Weekday[]): Day {
  for (let ahead = 0; ahead < MOST_DAYS; ahead++) {
    const day = plusDays(from, ahead)
    if (isWorkday(day, own)) return day
  }
  return from
}

/** Further ahead no calendar is free of working days. */
const MOST_DAYS = 60

/** The first instant at or after `at` that lies in this person's working hours. */
export function nextWorkingMoment(at: Date, own?: readonly Weekday[]): Date {
  for (let day = dayOf(at), tried = 0; tried < MOST_DAYS; day = plusDays(day, 1), tried++) {
    const closes = momentOn(day, `${OFFICE.closes}:00`)
    if (!isWorkday(day, own) || at >= closes) continue
    const opens = momentOn(day, `${OFFICE.opens}:00`)
    return at > opens ? at : opens
  }
  return at
}

/** The instant when this many working hours have passed since `at`. */
export function afterWorkingHours(at: Date, count: number, own?: readonly Weekday[]): Date {
  let from = nextWorkingMoment(at, own)
  let left = count * HOUR
  for (;;) {
    const closes = momentOn(dayOf(from), `${OFFICE.closes}:00`)
    const today = closes.getTime() - from.getTime()
    if (left <= today) return later(from, left)
    left -= today
    from = nextWorkingMoment(closes, own)
  }
}
