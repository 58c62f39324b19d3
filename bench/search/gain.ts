import { mean, quantile } from '../numbers.ts'
import { wholeNumbers } from './numbers.ts'

/** How much better one engine is than another, query by query. */
export interface Gain {
  mean: number
  /** Where it lies in 95 of 100 draws of as many queries. */
  from: number
  to: number
  /** In either half of the queries: a gain that one of them lacks is an accident. */
  halves: [number, number]
}

const DRAWS = 2_000
const TAIL = 0.025

/**
 * A paired bootstrap, with the same draws in every run: both engines answered the same queries in the same order. Over nothing
 * it is how good the one is by itself.
 */
export function gainOf(own: readonly number[], other: readonly number[]): Gain {
  const gains = own.map((quality, at) => quality - (other[at] ?? 0))
  const next = wholeNumbers(gains.length)
  const drawn = Array.from({ length: DRAWS }, () => mean(gains.map(() => gains[next(gains.length)] ?? 0)))
  const half = (rest: number) => mean(gains.filter((_, at) => at % 2 === rest))
  return { mean: mean(gains), from: quantile(drawn, TAIL), to: quantile(drawn, 1 - TAIL), halves: [half(0), half(1)] }
}
