import type { PersonId, Random } from '../../core/ports.ts'
import { type Member, readersByUnit, whoCanCount } from '../people/members.ts'
import type { Tree } from '../people/tree.ts'
import { type Answer, contributionsTo } from '../rules/contributions.ts'
import type { Block, Cut } from '../rules/cut-blocks.ts'
import type { BlockWindow, Carried } from '../rules/publish.ts'
import type { Window } from '../rules/windows.ts'

/** What is known when a window closes. */
export interface AtClose {
  tree: Tree
  cut: Cut
  window: Window
  /** Everybody on the roster in this window, with their place. */
  members: readonly Member[]
  answers: readonly Answer[]
  /** What the window before it left, by block; nothing for the first one after a cut. */
  carried: ReadonlyMap<string, Carried>
  /** Another one for each block and window. */
  randomFor(block: string, window: Window): Random
}

/** Brings the answers of a window to the blocks of the cut. A unit that is in no block is silent. */
export function blockWindows({ tree, cut, window, members, answers, carried, randomFor }: AtClose): BlockWindow[] {
  const canCount = whoCanCount(members, window.from)
  const given = contributionsTo(window, canCount, answers)
  const readers = readersByUnit(members, window)
  const people = new Map<string, number>()
  for (const { unit } of canCount.values()) people.set(unit, (people.get(unit) ?? 0) + 1)
  return cut.blocks.map((block) => ({
    block,
    people: block.units.reduce((sum, unit) => sum + (people.get(unit) ?? 0), 0),
    readers: readersOf(block, tree, readers),
    given: block.units.flatMap((unit) => given.get(unit) ?? []),
    waiting: carried.get(block.id)?.waiting ?? [],
    fallen: carried.get(block.id)?.fallen ?? false,
    random: randomFor(block.id, window),
  }))
}

/**
 * Those who read a unit of the block. A unit that nobody reads takes the readers of the nearest unit over it. Known
 * when the window opens: an author sees their names before agreeing to a quote.
 * @param readers by unit, as {@link readersByUnit} gives them
 */
export function readersOf(
  { units }: Pick<Block, 'units'>,
  tree: Tree,
  readers: ReadonlyMap<string, PersonId[]>,
): PersonId[] {
  const nearest = (unit: string) => tree.upward(unit).find((id) => readers.has(id)) ?? ''
  return [...new Set(units.flatMap((unit) => readers.get(nearest(unit)) ?? []))].sort()
}
