import type { SimulationFile } from '../../services/pulse/rules/simulation-schema.ts'
import type { Dice } from '../dice.ts'

export type Units = SimulationFile['units']
export type People = SimulationFile['people']
export type Person = People[number]

/** A municipality without answers. */
export interface Town {
  units: Units
  people: People
}

export const SHAPES = ['ordinary', 'deep', 'flat', 'tiny-teams', 'two-roots', 'staff-beside-teams'] as const
export type Shape = (typeof SHAPES)[number]

/** The week in which all towns begin: over a year's end with 53 weeks, and over two changes of the clock. */
export const START = '2026-W40'

const TEAM: Record<Shape, [number, number]> = {
  ordinary: [5, 15],
  deep: [4, 12],
  flat: [6, 30],
  'tiny-teams': [2, 6],
  'two-roots': [5, 18],
  'staff-beside-teams': [5, 15],
}
/** How many teams a unit has at most, and how many levels of units are above a team. */
const WIDE: Record<Shape, number> = {
  ordinary: 7,
  deep: 3,
  flat: Number.POSITIVE_INFINITY,
  'tiny-teams': 8,
  'two-roots': 6,
  'staff-beside-teams': 6,
}

/** The people of a town with teams of this shape. Each team has a manager in it, and each unit above has one too. */
export function townOf(dice: Dice, shape: Shape, size: number): Town {
  const town: Town = { units: [], people: [] }
  const roots = shape === 'two-roots' ? ['gemeente', 'werkbedrijf'] : ['gemeente']
  for (const id of roots) addUnit(town, id, null)
  const [least, most] = TEAM[shape]
  const tops = new Map(roots.map((root) => [root, [root]]))
  while (town.people.length < size) {
    const parent = parentFor(town, dice, tops.get(dice.pick(roots)) ?? roots, WIDE[shape], shape === 'deep')
    const team = addUnit(town, `team-${town.units.length}`, parent)
    const members = Math.min(dice.between(least, most), size - town.people.length)
    for (let one = 0; one < members; one++) addPerson(town, team)
  }
  if (shape === 'staff-beside-teams')
    for (const { id } of town.units.filter(({ id }) => !id.startsWith('team')))
      for (let one = dice.between(1, 9); one > 0; one--) addPerson(town, id)
  return town
}

/** The unit that the next team hangs under: the last one, until it is full; then another one beside or below it. */
function parentFor(town: Town, dice: Dice, line: string[], wide: number, deep: boolean): string {
  const last = line.at(-1) ?? ''
  if (wide === Number.POSITIVE_INFINITY) return last
  const full = dice.between(3, wide)
  if (line.length > 1 && town.units.filter(({ parent }) => parent === last).length < full) return last
  const above = deep && line.length < 6 ? last : (line[dice.below(Math.min(line.length, 3))] ?? last)
  const unit = addUnit(town, `afdeling-${town.units.length}`, above)
  line.push(unit)
  return unit
}

/** With its manager, who reads it. */
function addUnit({ units, people }: Town, id: string, parent: string | null): string {
  units.push({ id, parent })
  people.push({ id: `leiding-${id}`, unit: id, from: START, to: null, reads: [id], out: [] })
  return id
}

function addPerson({ people }: Town, unit: string): void {
  people.push({ id: `p${people.length}`, unit, from: START, to: null, reads: [], out: [] })
}
