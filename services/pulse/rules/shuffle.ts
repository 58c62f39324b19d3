import type { Random } from '../../core/ports.ts'

/** The first twelve hex digits of an id are all random, also in a UUID. */
const DIGITS = 12

/** A whole number from 0 to `count`, exclusive. */
export function below(random: Random, count: number): number {
  const drawn = Number.parseInt(random.id().replaceAll('-', '').slice(0, DIGITS), 16)
  return Math.floor((drawn / 16 ** DIGITS) * count)
}

/** In an order that tells nothing. */
export function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const left = [...items]
  return items.flatMap(() => left.splice(below(random, left.length), 1))
}
