import { HOW } from '../../services/core/how.ts'
import { NEEDS as needs, TOPICS as topics } from '../../services/core/ticks.ts'
import { type Week, weekAfter, weeksBetween } from '../../services/core/time.ts'
import { HOW_GROUPS } from '../../services/pulse/rules/figures.ts'
import type { SimulationFile } from '../../services/pulse/rules/simulation-schema.ts'
import { windowsFrom } from '../../services/pulse/rules/windows.ts'
import type { Dice } from '../dice.ts'
import { type Person, START, type Town } from './town.ts'

export type Answer = SimulationFile['answers'][number]

/** How a municipality answers. Every share is of each person in each window, or of each answer. */
export interface Habits {
  /** Who takes part in a window. */
  takingPart: number
  /** Who of them shares an answer under their name. */
  named: number
  quoting: number
  /** Who switched counting off. */
  uncounted: number
  /** With what chance a person who answers names one topic or need. */
  topic: number
  /** In what shares people learn in their work, with others, and otherwise; all eight ways alike unless given. */
  how?: readonly number[]
  /** With what chance somebody who took part answers in yet another week of the window. */
  again: number
}

export const TOPICS: string[] = topics.slice(0, 4)
export const NEEDS: string[] = needs.slice(0, 4)

/** The weeks of each of the first windows of a town, as the product has them. */
export function weeksOfWindows(count: number): Week[][] {
  const windows = windowsFrom(START)
  return Array.from({ length: count }, () => {
    const window = windows.next().value
    return weeksFrom(window.from, weeksBetween(window.from, window.to))
  })
}

export const weeksFrom = (first: Week, count: number): Week[] =>
  Array.from({ length: count }, (_, at) => weekAfter(first, at))

const isThere = ({ from, to }: Person, week: Week) => from <= week && (to === null || week < to)

/**
 * Who takes part in a window answers at least once in it. Readers answer too, as they do in
 * life: nothing of it may be seen.
 */
export function answersOf(dice: Dice, { people }: Town, windows: readonly Week[][], habits: Habits): Answer[] {
  const answers: Answer[] = []
  for (const person of people) {
    for (const window of windows) {
      if (!dice.chance(habits.takingPart)) continue
      const sure = dice.pick(window)
      for (const week of window)
        if (isThere(person, week) && (week === sure || dice.chance(habits.again)))
          answers.push(answer(dice, person, week, habits))
    }
  }
  return answers
}

function weighed(dice: Dice, shares: readonly number[]): number {
  const drawn = dice.next()
  return shares.findIndex((_, at) => drawn < shares.slice(0, at + 1).reduce((sum, share) => sum + share, 0))
}

function answer(dice: Dice, { id }: Person, week: Week, habits: Habits): Answer {
  const some = (words: string[]) => words.filter(() => dice.chance(habits.topic))
  const quote = dice.chance(habits.quoting) ? `words of ${id} in ${week}` : null
  const how = habits.how
    ? dice.pick(HOW_GROUPS[weighed(dice, habits.how)]?.ways ?? HOW)
    : dice.chance(0.9)
      ? dice.pick(HOW)
      : null
  const named = dice.chance(habits.named)
  return {
    person: id,
    week,
    how,
    topics: some(TOPICS),
    needs: some(NEEDS),
    counts: !dice.chance(habits.uncounted),
    named,
    quote,
  }
}

/** A file for the simulation: a town of this shape with so many windows of answers behind it. */
export function fileOf(dice: Dice, town: Town, windows: number, habits: Habits): SimulationFile {
  const answers = answersOf(dice, town, weeksOfWindows(windows), habits)
  return { policy: { k: 11, cadence: '4weeks', seed: 1 }, ...town, answers }
}
