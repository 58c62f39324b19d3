/** The row of a place, or -1. */
export type RowOf = (place: number) => number

const NONE = -1
/** One in so many of the slots at most is taken: then the first that is looked at is nearly always the right one. */
const ROOM = 3

/**
 * Which row each place has, as a table of numbers. A `Map` does the same, and a text asks it hundreds of times for places
 * that are not there: that was a third of what reading a text costs.
 */
export function placeTable(places: readonly number[]): RowOf {
  const size = 2 ** Math.ceil(Math.log2(Math.max(1, places.length) * ROOM))
  const mask = size - 1
  const taken = new Int32Array(size).fill(NONE)
  const rows = new Int32Array(size)
  for (const [row, place] of places.entries()) {
    // A place is a hash already. Its lowest bits choose the slot, and what finds it taken goes to the next.
    let slot = place & mask
    while (taken[slot] !== NONE) slot = (slot + 1) & mask
    taken[slot] = place
    rows[slot] = row
  }
  return (place) => {
    let slot = place & mask
    for (;;) {
      const found = taken[slot]
      if (found === place) return rows[slot] as number
      if (found === NONE) return NONE
      slot = (slot + 1) & mask
    }
  }
}
