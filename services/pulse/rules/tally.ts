import type { Tree } from '../people/tree.ts'
import { type Figure, NOTHING_SHOWN } from './figures.ts'
import type { Pulse } from './publish.ts'

/** R3: what is seen higher up of one window: in how many of the blocks of a unit the same words were shown. */
export interface Tally {
  unit: string
  /** Fixed for the half year, so that it does not tell which pulses came. */
  blocks: number
  said: { figure: Figure; blocks: number }[]
}

/** The units that hold several blocks as a whole, each with those. One block alone is a pulse already. */
export function higherUnits<Block extends { units: readonly string[] }>(
  tree: Pick<Tree, 'upward'>,
  blocks: readonly Block[],
): Map<string, Block[]> {
  const higher = new Map<string, Block[]>()
  for (const block of blocks) {
    const [first = [], ...rest] = block.units.map((unit) => tree.upward(unit))
    const common = first.filter((unit) => rest.every((path) => path.includes(unit)))
    for (const unit of common) higher.set(unit, [...(higher.get(unit) ?? []), block])
  }
  return new Map([...higher].filter(([, inside]) => inside.length > 1))
}

/** R3: a function of published words and of nothing else. `pulses` are those of the unit's blocks that came. */
export function tallyOf(unit: string, blocks: number, pulses: readonly Pick<Pulse, 'figures'>[]): Tally {
  const shown = pulses.flatMap(({ figures }) => figures.filter((one) => one.shown !== NOTHING_SHOWN))
  const same = Map.groupBy(shown, wordsOf)
  const said = [...same.values()].flatMap(([figure, ...more]) => (figure ? [{ figure, blocks: 1 + more.length }] : []))
  return { unit, blocks, said: said.sort((one, other) => (wordsOf(one.figure) < wordsOf(other.figure) ? -1 : 1)) }
}

/** As `simulate pulse` prints it. */
export const linesOf = ({ blocks, said }: Tally): string[] =>
  said.map((one) => `in ${one.blocks} van ${blocks} blokken: ${wordsOf(one.figure)}`)

const wordsOf = ({ item, shown }: Figure) => `${item}: ${shown}`
