import type { PersonId } from '../../core/ports.ts'
import type { Member } from '../people/members.ts'
import type { Tree, Unit } from '../people/tree.ts'
import type { Policy } from '../schema.ts'
import { blockName } from './block-name.ts'
import { blockSize } from './block-size.ts'
import { halfYearOf } from './windows.ts'

/** R2: the fixed group of units that one pulse is about. */
export interface Block {
  id: string
  name: string
  units: string[]
  /** Who can count, at the cut. */
  people: number
}

/** The blocks of one half year. What could not be merged to full size has no block, and is silent. */
export interface Cut {
  halfYear: string
  blocks: Block[]
}

/** Units that stay together, and how many people in them can count. */
interface Group {
  units: string[]
  people: number
}

/**
 * R2: cuts the line organisation once for a half year, from the number of people in each unit who can count and from
 * nothing else: never from answers. The same roster gives the same cut.
 */
export function cutBlocks(tree: Tree, canCount: ReadonlyMap<PersonId, Member>, week: string, policy: Policy): Cut {
  const people = new Map<string, number>()
  for (const { unit } of canCount.values()) people.set(unit, (people.get(unit) ?? 0) + 1)
  const size = blockSize(policy)
  const own = ({ id }: Unit): Group => ({ units: [id], people: people.get(id) ?? 0 })
  const gather = (unit: Unit): Gathered => gathered([alone(own(unit), size), ...tree.below(unit.id).map(gather)], size)
  const { blocks } = gathered(tree.roots.map(gather), size)
  const halfYear = halfYearOf(week)
  const holds = (unit: string) => (people.get(unit) ?? 0) > 0
  return {
    halfYear,
    blocks: blocks.toSorted(byFirstUnit).map(({ units, people }, place) => {
      return { id: `${halfYear}-${place + 1}`, name: blockName(tree, units, holds), units, people }
    }),
  }
}

/** The blocks of a part of the organisation, and what in it is too small to be one. */
interface Gathered {
  blocks: Group[]
  rest?: Group
}

const alone = (group: Group, size: number): Gathered => {
  if (group.people >= size) return { blocks: [group] }
  // A unit in which nobody can count has nothing to say: its reader is not made a reader of others.
  return group.people > 0 ? { blocks: [], rest: group } : { blocks: [] }
}

/**
 * What is too small is merged with what else is too small beside it, the smallest first. What is left joins the smallest
 * block beside it; where there is none it is merged one level up.
 */
function gathered(parts: readonly Gathered[], size: number): Gathered {
  const blocks = parts.flatMap((part) => part.blocks)
  let open: Group | undefined
  for (const rest of parts.flatMap((part) => part.rest ?? []).sort(smallestFirst)) {
    open = open ? merged(open, rest) : rest
    if (open.people < size) continue
    blocks.push(open)
    open = undefined
  }
  const smallest = blocks.toSorted(smallestFirst)[0]
  if (!open || !smallest) return { blocks, rest: open }
  return { blocks: blocks.with(blocks.indexOf(smallest), merged(smallest, open)) }
}

const merged = (one: Group, other: Group): Group => ({
  units: [...one.units, ...other.units],
  people: one.people + other.people,
})

/** Of the same size, the one whose unit comes first by its id: whatever order the roster is in, the cut is the same. */
const smallestFirst = (one: Group, other: Group) => one.people - other.people || byFirstUnit(one, other)

const byFirstUnit = (one: Group, other: Group) => (firstOf(one) < firstOf(other) ? -1 : 1)

const firstOf = ({ units }: Group) => units.toSorted()[0] ?? ''
