import { seededRandom } from '../../services/adapters/system/seeded-random.ts'
import { listAt, TOLD_LISTS } from '../../services/pulse/rules/lists.ts'
import { type Simulated, simulated } from '../../services/pulse/rules/simulation.ts'
import { dice } from '../dice.ts'
import { fileOf, type Habits } from './answers.ts'
import { SHAPES, type Shape, type Town, townOf } from './town.ts'
import { halvesOf } from './truth.ts'

/** How many towns of each shape, and how many windows each. */
const TOWNS = 6
const WINDOWS = 9

/** Ordinary people: nobody plots, some share by name, some switched counting off. */
const HABITS: Omit<Habits, 'takingPart' | 'named'> = { quoting: 0.05, uncounted: 0.01, topic: 0.2, again: 0.3 }

export interface Coverage {
  /** Of everybody who can count, who is in a block whose pulse came. */
  covered: number
  /** The same, of lists of twelve weeks alone. */
  full: number
  /** Of the same, whose block is their own team alone. */
  ownTeam: number
  /** How many people a block has. */
  size: number
}

/** What safety costs: how many people are heard, over towns of every shape, through what the product publishes. */
export function coverage(size: number, takingPart: number, named = 0.01): Record<Shape | 'all', Coverage> {
  const byShape = SHAPES.map((shape, place) => {
    const found = Array.from({ length: TOWNS }, (_, seed) => {
      const luck = dice(seed * SHAPES.length + size)
      const town = townOf(luck, shape, size)
      const file = fileOf(luck, town, WINDOWS, { ...HABITS, takingPart, named })
      const { policy } = file
      return coverageOf(
        town,
        simulated({ ...file, policy: { ...policy, seed: size + seed * SHAPES.length + place } }, seededRandom),
      )
    })
    return [shape, averaged(found)] as const
  })
  return { ...Object.fromEntries(byShape), all: averaged(byShape.map(([, one]) => one)) } as Record<
    Shape | 'all',
    Coverage
  >
}

function coverageOf({ people }: Town, { blocks, pulses, withheld }: Simulated): Coverage {
  const countable = people.filter(({ reads }) => reads.length === 0).length
  const sizes = new Map(blocks.map(({ id, people }) => [id, people]))
  const lists = [...halvesOf(WINDOWS)]
    .filter((half) => listAt(half.length - 1))
    .map((half) => half.map(({ from }) => from))
  const told = new Set([...pulses, ...withheld].map(({ window }) => window.from))
  const heardIn = (some: readonly (readonly string[])[]) => {
    const windows = new Set(some.flatMap((half) => half.at(-1) ?? []).filter((from) => told.has(from)))
    const heard = sum(pulses.flatMap(({ window, block }) => (windows.has(window.from) ? [sizes.get(block) ?? 0] : [])))
    return heard / (countable * windows.size)
  }
  const halves = new Set(blocks.map(({ id }) => id.slice(0, 7))).size
  const own = sum(blocks.filter(({ units }) => units.length === 1).map(({ people }) => people))
  return {
    covered: heardIn(lists),
    full: heardIn(lists.filter(({ length }) => length >= TOLD_LISTS.length)),
    ownTeam: own / (countable * halves),
    size: sum([...sizes.values()]) / sizes.size,
  }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

const averaged = (all: readonly Coverage[]): Coverage => ({
  covered: sum(all.map(({ covered }) => covered)) / all.length,
  full: sum(all.map(({ full }) => full)) / all.length,
  ownTeam: sum(all.map(({ ownTeam }) => ownTeam)) / all.length,
  size: sum(all.map(({ size }) => size)) / all.length,
})
