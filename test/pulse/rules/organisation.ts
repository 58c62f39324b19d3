import { type Member, whoCanCount } from '../../../services/pulse/people/members.ts'
import { treeOf, type Unit } from '../../../services/pulse/people/tree.ts'
import { cutBlocks } from '../../../services/pulse/rules/cut-blocks.ts'
import { Policy } from '../../../services/pulse/schema.ts'

export const WEEK = '2026-W40'
export const POLICY = Policy.parse({})

/** `'Gemeente/Ruimte/Team Groen': 12` stands for a unit with its units above, and twelve people who can count. */
export function unitsOf(sizes: Record<string, number>): Unit[] {
  const paths = Object.keys(sizes).flatMap((path) => path.split('/').map((_, depth, all) => all.slice(0, depth + 1)))
  const units = paths.map((path) => ({
    id: path.at(-1) ?? '',
    name: path.at(-1) ?? '',
    parent: path.at(-2) ?? null,
  }))
  return [...new Map(units.map((unit) => [unit.id, unit])).values()]
}

export const membersOf = (sizes: Record<string, number>): Member[] =>
  Object.entries(sizes).flatMap(([path, size]) =>
    Array.from({ length: size }, (_, at) => {
      const unit = path.split('/').at(-1) ?? ''
      return { person: `${unit} ${at}`, unit, from: WEEK, reads: [] }
    }),
  )

export function cutOf(sizes: Record<string, number>, more: Member[] = [], policy = POLICY) {
  const tree = treeOf(unitsOf(sizes))
  if (!tree) throw new Error('the organisation is not whole')
  return cutBlocks(tree, whoCanCount([...membersOf(sizes), ...more], WEEK), WEEK, policy)
}
