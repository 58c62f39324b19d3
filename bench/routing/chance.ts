import { seeded } from '../seeded.ts'

/** Chance that is the same for the same seed, so that two routers meet the same weeks. */
export function createChance(seed: number) {
  const next = seeded(seed)
  const below = (count: number) => Math.floor(next() * count)
  return {
    below,
    happens: (probability: number) => next() < probability,
    pick: <T>(from: readonly T[]): T => from[below(from.length)] as T,
    /** A place of which the first come up most: in the middle lies one of twenty. */
    skewed: (count: number) => Math.floor(count * next() ** 4),
    /** Mostly short, sometimes long. */
    wait: (mean: number) => -mean * Math.log(1 - next()),
    shuffled: <T>(from: readonly T[]): T[] =>
      from
        .map((one) => [next(), one] as const)
        .toSorted(([a], [b]) => a - b)
        .map(([, one]) => one),
  }
}

export type Chance = ReturnType<typeof createChance>
