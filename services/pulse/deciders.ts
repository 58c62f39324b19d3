import type { Person } from '../core/people.ts'
import type { AnsweredPoint } from './answers.ts'
import type { Audience } from './audience.ts'
import type { KeptPulse } from './kept.ts'
import { isOwed } from './terms.ts'

/**
 * Whoever still has to decide: who took a point over, and for all other points whoever reads the pulse. Who has left holds
 * nothing any more.
 */
export async function decidersOf(
  audience: Pick<Audience, 'byMark' | 'readersOf'>,
  pulse: KeptPulse,
  points: readonly AnsweredPoint[],
): Promise<Person[]> {
  const owed = points.filter(isOwed)
  const holders = await Promise.all(owed.map(({ holder }) => holder && audience.byMark(pulse.tenant, holder)))
  const readers = holders.every(Boolean) ? [] : await audience.readersOf(pulse)
  const all = [...readers, ...holders.flatMap((one) => one || [])]
  return [...new Map(all.map((one) => [one.id, one])).values()]
}
