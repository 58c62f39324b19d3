import type { Tree } from '../people/tree.ts'
import type { Block } from './cut-blocks.ts'
import { NOTHING_SHOWN } from './figures.ts'
import type { Pulse } from './publish.ts'
import type { Window } from './windows.ts'

/** R3: what is seen higher up of one window: how many blocks said what. */
export interface Tally {
  window: Window
  unit: string
  tally: string[]
}

/** The units that hold several blocks as a whole, each with those. One block alone is a pulse already. */
export function higherUnits(tree: Tree, blocks: readonly Block[]): Map<string, Block[]> {
  const higher = new Map<string, Block[]>()
  for (const block of blocks) {
    const [first = [], ...rest] = block.units.map((unit) => tree.upward(unit))
    const common = first.filter((unit) => rest.every((path) => path.includes(unit)))
    for (const unit of common) higher.set(unit, [...(higher.get(unit) ?? []), block])
  }
  return new Map([...higher].filter(([, inside]) => inside.length > 1))
}

/**
 * R3: a function of published words and of nothing else. The number it is "out of" is fixed for the half year, so that
 * it does not tell which pulses came.
 */
export function tallyOf(window: Window, [unit, blocks]: [string, Block[]], pulses: ReadonlyMap<string, Pulse>): Tally {
  const said = new Map<string, number>()
  for (const { id } of blocks) {
    for (const { item, shown } of pulses.get(id)?.figures ?? []) {
      if (shown === NOTHING_SHOWN) continue
      const words = `${item}: ${shown}`
      said.set(words, (said.get(words) ?? 0) + 1)
    }
  }
  const lines = [...said].sort(([one], [other]) => (one < other ? -1 : 1))
  return { window, unit, tally: lines.map(([words, count]) => `in ${count} van ${blocks.length} blokken: ${words}`) }
}
