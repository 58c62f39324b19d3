import type { Person } from '../../core/people.ts'
import type { AnsweredPoint } from '../answer/documents.ts'
import { isOwed } from '../answer/owed/answer-deadlines.ts'
import type { KeptPulse } from '../documents.ts'
import type { Audience } from './audience.ts'

/**
 * Those who still have to decide: the person who took a point over, and for all other points those who answer for the
 * readers. A person who has left holds nothing any more.
 * @param answering for the readers: all who may, or the person named for it
 */
export async function decidersOf(
  audience: Pick<Audience, 'byMark'>,
  answering: (pulse: KeptPulse) => Promise<Person[]>,
  pulse: KeptPulse,
  points: readonly AnsweredPoint[],
): Promise<Person[]> {
  const owed = points.filter(isOwed)
  const holders = await Promise.all(owed.map(({ holder }) => holder && audience.byMark(pulse.tenant, holder)))
  const readers = holders.every(Boolean) ? [] : await answering(pulse)
  const all = [...readers, ...holders.flatMap((one) => one || [])]
  return [...new Map(all.map((one) => [one.id, one])).values()]
}
