import type { PersonId } from '../../services/core/ports.ts'
import type { SimulationFile } from '../../services/pulse/rules/simulation-schema.ts'
import { type Dice, dice } from '../dice.ts'
import { type Answer, answersOf, type Habits, NEEDS, TOPICS, weeksFrom, weeksOfWindows } from './answers.ts'
import { SHAPES, START, type Town, townOf } from './town.ts'

/** So many windows a town is watched: two years. */
export const WINDOWS = 26

/** In so many weeks people come and go. */
const MOVING = 4 * WINDOWS

/** Named by everybody, so that who names nothing of the rest is in the base as well. */
export const ELSE = 'iets anders'

/** A town under attack: in every unit some agree beforehand what they will answer. */
export interface Plot {
  file: SimulationFile
  habits: Habits & { how: readonly number[] }
  colluders: ReadonlySet<PersonId>
}

/** Priors that leave something to find out, the worst of them among these. */
const OPEN = [0.4, 0.5, 0.6]

/** Another town for each seed: another shape, size and other habits; people join and leave all the time. */
export function plotOf(seed: number): Plot {
  const luck = dice(seed)
  const shape = SHAPES[seed % SHAPES.length] ?? 'ordinary'
  const town = moving(luck, townOf(luck, shape, luck.between(24, 220)))
  const main = luck.pick(OPEN)
  const habits = {
    takingPart: luck.pick([0.2, ...OPEN, 0.8, 0.95]),
    named: 0,
    quoting: 0.1,
    uncounted: 0,
    again: 0,
    topic: luck.pick(OPEN),
    how: [main, (1 - main) / 2, (1 - main) / 2],
  }
  const windows = weeksOfWindows(WINDOWS)
  const colluders = colludersOf(town)
  const honest = answersOf(luck, town, windows, habits)
    .filter(({ person }) => !colluders.has(person))
    .map((answer) => ({ ...answer, topics: [...answer.topics, ELSE], needs: [...answer.needs, ELSE] }))
  const plotted = town.people
    .filter(({ id }) => colluders.has(id))
    .flatMap(({ id }) => windows.flatMap(([week = START], at) => scheme(id, week, at)))
  const file = {
    policy: { k: 11, cadence: '4weeks', seed },
    ...town,
    answers: [...honest, ...plotted],
  } satisfies SimulationFile
  return { file, habits, colluders }
}

/** One in twelve comes or goes on the way, so that two windows differ by few. */
const moving = (luck: Dice, { units, people }: Town): Town => ({
  units,
  people: people.map((person) => {
    if (person.reads.length > 0 || !luck.chance(0.12)) return person
    const [week = START] = weeksFrom(START, MOVING).slice(luck.below(MOVING))
    return luck.chance(0.5) ? { ...person, from: week } : { ...person, to: week }
  }),
})

/** Two in every unit: together with those of other units enough for a coalition of three in each block. */
const colludersOf = ({ people }: Town): Set<PersonId> =>
  new Set(
    [...Map.groupBy(people, ({ unit }) => unit).values()].flatMap((inside) =>
      inside
        .filter(({ reads }) => reads.length === 0)
        .slice(0, 2)
        .map(({ id }) => id),
    ),
  )

/** All of it, nothing of it, or silence: in each window they do the same. */
function scheme(person: PersonId, week: string, window: number): Answer[] {
  const base = { person, week, counts: true, named: false, quote: null }
  const all: Answer = { ...base, how: 'werk', topics: [...TOPICS, ELSE], needs: [...NEEDS, ELSE] }
  const none: Answer = { ...base, how: 'zelf', topics: [ELSE], needs: [ELSE] }
  return [[all], [none], []][window % 3] ?? []
}
