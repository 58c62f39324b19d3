import type { Decision } from './documents.ts'
import type { Point } from './points.ts'

/** How a promise of more on a day stands: that day is to come, it went by without a word, or a later decision took it up. */
export type Promised = 'coming' | 'late' | 'taken-up'

/**
 * Seen by a person who may read all of `sent`, whatever their order.
 * @param today the day in Amsterdam, as `2026-12-07`
 * @returns undefined where no day was promised
 */
export function promisedIn(
  { pulse, at }: Decision,
  { point, noted: { hears } }: Decision['points'][number],
  sent: readonly Decision[],
  today: string,
): Promised | undefined {
  if (!hears) return undefined
  const later = sent.filter((one) => one.pulse === pulse && one.at > at)
  if (later.some(({ points }) => points.some((one) => isSame(one.point, point)))) return 'taken-up'
  return hears < today ? 'late' : 'coming'
}

const isSame = (one: Point, other: Point) => one.kind === other.kind && one.words === other.words
