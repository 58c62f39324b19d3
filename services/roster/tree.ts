import type { Person } from '../core/people.ts'

/** A unit of the line organisation with how many people are in it. */
export interface UnitSize {
  unit: string[]
  /** With all units below it. */
  people: number
  /** In itself. */
  here: number
}

/** Every unit that somebody is in, and all above it, from the top down. */
export function sizesOf(everyone: readonly Pick<Person, 'unit'>[]): UnitSize[] {
  const sizes = new Map<string, UnitSize>()
  for (const { unit } of everyone) {
    for (let depth = 1; depth <= unit.length; depth++) {
      const path = unit.slice(0, depth)
      const key = JSON.stringify(path)
      const size = sizes.get(key) ?? { unit: path, people: 0, here: 0 }
      size.people++
      if (depth === unit.length) size.here++
      sizes.set(key, size)
    }
  }
  return [...sizes.values()].sort((one, other) => byPath(one.unit, other.unit))
}

function byPath(one: readonly string[], other: readonly string[]): number {
  for (const [depth, name] of one.entries()) {
    const there = other[depth]
    if (there === undefined) return 1
    const order = name.localeCompare(there, 'nl')
    if (order !== 0) return order
  }
  return one.length - other.length
}
