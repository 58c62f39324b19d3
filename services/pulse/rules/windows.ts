import { type Week, weekAfter } from '../../core/time.ts'
import type { Cadence } from '../schema.ts'

/** R1: the weeks of one pulse, `to` exclusive. Windows never overlap, so that no answer is counted twice. */
export interface Window {
  from: Week
  to: Week
}

const WEEKS = { '4weeks': 4, week: 1 }
/** The very first window of a municipality is short, so that the first answers come back early. */
const FIRST_WEEKS = { '4weeks': 2, week: 1 }
/** The last ISO week of the first half of a year. */
const HALF = 26

/** All windows of a municipality from go-live on, without an end. */
export function* windowsFrom(first: Week, cadence: Cadence): Generator<Window> {
  let from = first
  for (let weeks = FIRST_WEEKS[cadence]; ; weeks = WEEKS[cadence]) {
    const to = weekAfter(from, weeks)
    yield { from, to }
    from = to
  }
}

/** Whether a week lies in a window: weeks as text are in the order of time. */
export const holds = ({ from, to }: Window, week: Week) => from <= week && week < to

/** `2026-H2`. A window belongs to the half year in which it opens, so that none is cut in two. */
export const halfYearOf = (week: Week) => `${week.slice(0, 4)}-H${Number(week.slice(6)) <= HALF ? 1 : 2}`
