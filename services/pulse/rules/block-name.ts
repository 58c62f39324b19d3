import type { Tree } from '../people/tree.ts'

/** So many units are named one by one; more would not be read. */
const NAMED = 3

/** As Dutch lists things: `A, B en C`. */
const listed = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} en ${names.at(-1)}`

/**
 * A block is named for what it holds: "Team Jeugd en Team Wmo". Where it holds all who can count under one unit, and they
 * are more than three units, it has that unit's name.
 */
export function blockName(tree: Tree, units: readonly string[], holds: (unit: string) => boolean): string {
  const inside = new Set(units)
  const isWhole = (unit: string) => tree.within(unit).every((id) => inside.has(id) || !holds(id))
  const nameOf = (unit: string) => tree.unit(unit)?.name ?? unit
  if (units.length <= NAMED) return listed(units.map(nameOf).sort())
  const tops = new Set(units.map((unit) => tree.upward(unit).filter(isWhole).at(-1) ?? unit))
  return listed([...tops].map(nameOf).sort())
}
