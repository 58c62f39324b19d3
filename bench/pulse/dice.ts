/** Numbers from a seed, fast, for towns and answers that come out the same each time (Mulberry32). */
export interface Dice {
  /** From 0 to 1, exclusive. */
  next(): number
  below(count: number): number
  chance(share: number): boolean
  between(least: number, most: number): number
  pick<T>(from: readonly T[]): T
}

export function dice(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number) => Math.floor(next() * count)
  return {
    next,
    below,
    chance: (share) => next() < share,
    between: (least, most) => least + below(most - least + 1),
    pick: (from) => from[below(from.length)] as (typeof from)[number],
  }
}
