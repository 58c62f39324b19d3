import type { PersonId, Random } from '../../core/ports.ts'
import { isThere, type Member, readersByUnit, whoCanCount } from '../people/members.ts'
import type { Tree } from '../people/tree.ts'
import { type Answers, contributionsTo, couldAnswer, NOBODY, quotesIn } from '../rules/contributions.ts'
import type { Block, Cut } from '../rules/cut-blocks.ts'
import type { ToldList } from '../rules/lists.ts'
import type { BlockWindow, Carried } from '../rules/publish.ts'
import { holds, type Window } from '../rules/windows.ts'

/** What is known when a window closes. */
export interface AtClose {
  tree: Tree
  cut: Cut
  list: ToldList
  /** The windows that the list is about, oldest first; the last one closes. */
  period: readonly [Window, ...Window[]]
  /** Those of which quotes are taken in: the one that closes, and one before it that told no list. */
  quoting: readonly Window[]
  /** Everybody on the roster in this period, with their places. */
  members: readonly Member[]
  answers: Answers
  /** What the window before it left, by block; nothing for the first one after a cut. */
  carried: ReadonlyMap<string, Carried>
  /** Another one for each block and window. */
  randomFor(block: string, window: Window): Random
  /** For the lots that are kept nowhere. */
  lotsFor(block: string, window: Window): Random
}

/** Brings the answers of a period to the blocks of the cut. A unit that is in no block is silent. */
export function blockWindows(at: AtClose): BlockWindow[] {
  const { tree, cut, list, period, quoting, members, answers, carried } = at
  const closes = period.at(-1) ?? period[0]
  const blockOf = new Map(cut.blocks.flatMap(({ id, units }) => units.map((unit) => [unit, id] as const)))
  const placesIn = period.map(({ from }) => whoCanCount(members, from))
  const base = inBlocks(placesIn[0] ?? new Map(), blockOf)
  const now = inBlocks(placesIn.at(-1) ?? new Map(), blockOf)
  const isThereIn = (person: PersonId, part: number) => {
    const [place, window] = [placesIn[part]?.get(person), period[part]]
    return (
      place !== undefined &&
      window !== undefined &&
      staysIn(place, window) &&
      blockOf.get(place.unit) === base.get(person)
    )
  }
  const told = { list, period, base }
  const could = couldAnswer(told, answers, isThereIn)
  const given = Map.groupBy(contributionsTo(told, answers), ({ author }) => base.get(author))
  const quoted = Map.groupBy(quotesIn(quoting, now.keys(), answers), ({ author }) => now.get(author))
  const readers = readersByUnit(members, closes)
  return cut.blocks.map((block) => ({
    block,
    ...(could.get(block.id) ?? NOBODY),
    readers: readersOf(block, tree, readers),
    given: given.get(block.id) ?? [],
    quoted: quoted.get(block.id) ?? [],
    waiting: carried.get(block.id)?.waiting ?? [],
    fallen: carried.get(block.id)?.fallen ?? false,
    random: at.randomFor(block.id, closes),
    lots: at.lotsFor(block.id, closes),
  }))
}

function inBlocks(places: ReadonlyMap<PersonId, Member>, blockOf: ReadonlyMap<string, string>): Map<PersonId, string> {
  return new Map(
    [...places].flatMap(([person, { unit }]) => {
      const block = blockOf.get(unit)
      return block === undefined ? [] : [[person, block] as const]
    }),
  )
}

/** There from the opening of a window to its end, and not known to be away in a week of it. */
const staysIn = (member: Member, window: Window) =>
  isThere(member, window.from) &&
  (member.to === undefined || member.to >= window.to) &&
  !member.out?.some((week) => holds(window, week))

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
