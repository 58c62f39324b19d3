/** A node of the line organisation. Several roots are normal. */
export interface Unit {
  id: string
  parent: string | null
  name: string
}

/** The line organisation, known to be whole. */
export interface Tree {
  roots: readonly Unit[]
  unit(id: string): Unit | undefined
  below(id: string): readonly Unit[]
  /** The unit itself and everything under it. */
  within(id: string): string[]
  /** The unit itself and everything over it, from the bottom up. */
  upward(id: string): string[]
}

/**
 * R13: an organisation that cannot be read with certainty publishes nothing.
 * @returns undefined when a unit occurs twice, hangs under one that is not there, or hangs under itself
 */
export function treeOf(units: readonly Unit[]): Tree | undefined {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const children = Map.groupBy(units, ({ parent }) => parent)
  const below = (id: string | null) => children.get(id) ?? []
  const within = (start: readonly Unit[]): string[] => {
    const found = [...start]
    for (const unit of found) found.push(...below(unit.id))
    return found.map(({ id }) => id)
  }
  // A unit that no root leads to hangs in a cycle, or under a unit that is not there.
  if (byId.size < units.length || within(below(null)).length < units.length) return undefined
  return {
    roots: below(null),
    unit: (id) => byId.get(id),
    below,
    within: (id) => within([byId.get(id)].filter((unit) => unit !== undefined)),
    upward(id) {
      const found: string[] = []
      for (let at = byId.get(id); at; at = byId.get(at.parent ?? '')) found.push(at.id)
      return found
    },
  }
}
