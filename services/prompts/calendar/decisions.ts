import { dateOf, mondayOf, plusDays, type Week, weekAfter, weekOf, weeksBetween } from '../../core/time.ts'
import { type Cadence, type Chosen, cadenceIn, isSkipped, type Period, type Pin } from './weeks.ts'

/** So many periods and pinned weeks at most lie ahead: a school year with every holiday and day off. */
const MOST = 60
/** So many weeks apart at least is a pinned question asked by turn as well: a quarter of a year. */
export const PINNED_APART = 13
/** As far ahead as something is decided. */
const WEEKS_AHEAD = 60

/** What becomes of the calendar by a decision of HR; undefined where it cannot be. */
type Decided = Partial<Chosen> | undefined

/** The first week that is not planned yet. */
export const nextWeekAt = (now: Date): Week => weekAfter(weekOf(now))

const isAhead = (week: Week, now: Date) => week >= nextWeekAt(now) && week <= weekAfter(weekOf(now), WEEKS_AHEAD)

/** What is over is left out, when something is written anyway. What was pinned is known as long as turns depend on it. */
export function stillKnown({ periods, pins }: Chosen, now: Date): Pick<Chosen, 'periods' | 'pins'> {
  const week = weekOf(now)
  return {
    periods: periods.filter(({ to }) => to >= dateOf(mondayOf(week))),
    pins: pins.filter((pin) => weeksBetween(pin.week, week) < PINNED_APART),
  }
}

export function withCadence({ cadences }: Chosen, wanted: Omit<Cadence, 'from'>, now: Date): Decided {
  const next = nextWeekAt(now)
  const before = cadences.filter(({ from }) => from < next)
  const known = cadenceIn({ cadences: before }, next)
  // Only the hour or the day changes: the weeks in which nothing is asked stay the same.
  const isPast = wanted.every === known.every && isSkipped({ cadences: before }, next)
  return { cadences: [...before, { from: isPast ? weekAfter(next) : next, ...wanted }] }
}

export function closedIn({ periods }: Chosen, period: Period, now: Date): Decided {
  const isLate = period.from < dateOf(mondayOf(nextWeekAt(now)))
  const isTaken = periods.some(({ from, to }) => from <= period.to && period.from <= to)
  if (isLate || isTaken || periods.length >= MOST) return undefined
  return { periods: [...periods, period].sort((one, other) => (one.from < other.from ? -1 : 1)) }
}

/** One that has begun ends with this week, which nobody was planned in. */
export function openedFrom({ periods }: Chosen, from: string, now: Date): Decided {
  const sunday = dateOf(plusDays(mondayOf(nextWeekAt(now)), -1))
  const period = periods.find((one) => one.from === from && one.to > sunday)
  if (!period) return undefined
  const left = periods.filter((one) => one !== period)
  return { periods: from > sunday ? left : [{ ...period, to: sunday }, ...left] }
}

export function withPin({ pins }: Chosen, pin: Pin, now: Date): Decided {
  if (!isAhead(pin.week, now) || pins.length >= MOST) return undefined
  return { pins: [...pins.filter(({ week }) => week !== pin.week), pin] }
}

export function withoutPin({ pins }: Chosen, week: Week, now: Date): Decided {
  const left = pins.filter((one) => one.week !== week)
  return isAhead(week, now) && left.length < pins.length ? { pins: left } : undefined
}
