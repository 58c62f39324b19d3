/** Draws that are the same for the same seed. */
export interface Dice {
  next(): number
  /** A whole number from 0, under `most`. */
  upTo(most: number): number
  chance(of: number): boolean
  of<T>(list: readonly T[]): T
}

export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  // Mulberry32: 32 bits of state are plenty for a load.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const upTo = (most: number) => Math.floor(next() * most)
  return {
    next,
    upTo,
    chance: (of) => next() < of,
    of: (list) => list[upTo(list.length)] as (typeof list)[number],
  }
}
