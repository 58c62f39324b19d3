import { type Week, weekAfter } from '../../core/time.ts'

/** R1: the weeks of one pulse, `to` exclusive. Windows never overlap, so that no answer is counted twice. */
export interface Window {
  from: Week
  to: Week
}

const WEEKS = 4
/** The very first window of a municipality is short, so that the first answers come back early. */
const FIRST_WEEKS = 2
/** The last ISO week of the first half of a year. */
const HALF = 26

export const nextAfter = ({ to }: Pick<Window, 'to'>): Window => ({ from: to, to: weekAfter(to, WEEKS) })

/** All windows of a municipality from go-live on, without an end. */
export function* windowsFrom(first: Week): Generator<Window> {
  for (let window = { from: first, to: weekAfter(first, FIRST_WEEKS) }; ; window = nextAfter(window)) yield window
}

/** Whether a week lies in a window: weeks as text are in the order of time. */
export const holds = ({ from, to }: Window, week: Week) => from <= week && week < to

/** `2026-H2`. A window belongs to the half year in which it opens, so that none is cut in two. */
export const halfYearOf = (week: Week) => `${week.slice(0, 4)}-H${Number(week.slice(6)) <= HALF ? 1 : 2}`
