import { type Day, dateOf, momentOn, type Week, type Weekday, weekOf, weeksBetween } from '../../core/time.ts'
import { DEFAULT_DAY, DEFAULT_TIME, type Usual } from '../../delivery/rounds/timetable.ts'

/** How often a municipality asks, and when people who chose nothing get the question, from this week on. */
export interface Cadence {
  from: Week
  every: 1 | 2
  day: Weekday
  /** `HH:MM` on the Amsterdam wall clock. */
  time: string
}

/** No question goes out from this day to that one, both included. Days as `2026-11-28`. */
export interface Period {
  from: string
  to: string
  name: string
}

/** A question that everybody gets in this week who can get it. */
export interface Pin {
  week: Week
  prompt: string
}

/** What a municipality decided of when which question goes out. */
export interface Chosen {
  /** One after the other: what held in a week before is not forgotten, for turns are counted by it. */
  cadences: Cadence[]
  periods: Period[]
  pins: Pin[]
}

export const NOTHING_CHOSEN: Chosen = { cadences: [], periods: [], pins: [] }

/** What a municipality chose for this week; every week, on the usual day, as long as it chose nothing. */
export const cadenceIn = ({ cadences }: Pick<Chosen, 'cadences'>, week: Week): Cadence =>
  cadences.findLast(({ from }) => from <= week) ?? { from: week, every: 1, day: DEFAULT_DAY, time: DEFAULT_TIME }

/** Is it a week in which this municipality asks nothing, because it asks less often than every week? */
export function isSkipped(chosen: Pick<Chosen, 'cadences'>, week: Week): boolean {
  const { from, every } = cadenceIn(chosen, week)
  return weeksBetween(from, week) % every !== 0
}

export const periodOn = ({ periods }: Chosen, day: Day): Period | undefined =>
  periods.find(({ from, to }) => from <= dateOf(day) && dateOf(day) <= to)

/** What holds in this week for people who chose nothing, and on which days of any week questions go out. */
export function usualIn(chosen: Chosen, week: Week): Usual {
  const { day, time } = cadenceIn(chosen, week)
  return { day, time, isOpen: (one) => !isSkipped(chosen, weekOf(momentOn(one, '12:00'))) && !periodOn(chosen, one) }
}

export const pinnedIn = ({ pins }: Chosen, week: Week) => pins.find((one) => one.week === week)?.prompt

/**
 * How many turns there were from one week up to another: as many as weeks, or half of them while a municipality asks
 * every two weeks, so that no question is passed over then.
 */
export function turnsBetween({ cadences }: Chosen, from: Week, to: Week): number {
  let turns = 0
  let begins = from
  for (const ends of [...cadences.map((cadence) => cadence.from), to]) {
    if (ends <= begins || begins >= to) continue
    const until = ends < to ? ends : to
    const cadence = cadenceIn({ cadences }, begins)
    turns += askedUntil(cadence, until) - askedUntil(cadence, begins)
    begins = until
  }
  return turns
}

/** How many weeks are asked in from where this cadence holds. */
const askedUntil = ({ from, every }: Cadence, week: Week) => Math.ceil(weeksBetween(from, week) / every)
