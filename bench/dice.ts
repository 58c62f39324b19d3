import { seeded } from './seeded.ts'

/** Draws from a seed, fast, for towns and answers that come out the same each time. */
export interface Dice {
  /** From 0 to 1, exclusive. */
  next(): number
  below(count: number): number
  chance(share: number): boolean
  between(least: number, most: number): number
  pick<T>(from: readonly T[]): T
}

export function dice(seed: number): Dice {
  const next = seeded(seed)
  const below = (count: number) => Math.floor(next() * count)
  return {
    next,
    below,
    chance: (share) => next() < share,
    between: (least, most) => least + below(most - least + 1),
    pick: (from) => from[below(from.length)] as (typeof from)[number],
  }
}
