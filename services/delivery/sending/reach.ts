import type { Person } from '../../core/people.ts'
import type { PersonId } from '../../core/ports.ts'
import { rounded } from '../../core/rounded.ts'

/** Everybody of whom an address is known, with the reason why nothing can be sent there, if so. */
export type Addresses = ReadonlyMap<PersonId, string | undefined>

/** How many messages can go to, and why not to the others: to the nearest 25, so that nobody is seen by coming or going. */
export interface Reach {
  people: number
  reached: number
  /** By the reason. A reason that holds for a few is shown with 0. */
  without: Record<string, number>
}

/** They never had the app, as far as anybody knows. */
const NEVER = 'not-installed'

export function reachOf(everyone: readonly Person[], addresses: Addresses): Reach {
  const by = Map.groupBy(everyone, ({ id }) => (addresses.has(id) ? addresses.get(id) : NEVER))
  const without = [...by].flatMap(([reason, people]) => (reason ? [[reason, rounded(people.length)] as const] : []))
  return {
    people: rounded(everyone.length),
    reached: rounded(by.get(undefined)?.length ?? 0),
    without: Object.fromEntries(without.toSorted(([, one], [, other]) => other - one)),
  }
}
