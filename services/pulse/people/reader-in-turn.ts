import type { Person } from '../../core/people.ts'
import type { PersonId } from '../../core/ports.ts'
import type { Roles } from './organisation-now.ts'

/**
 * One reader in turn, so that a block of several managers knows whose answer it waits for. It is the one after the
 * reader of the pulse before it, set when the window opens. A person who stands in for somebody has no turn of their
 * own.
 * @param inTurn marks, in the order in which they have the turn
 */
export const leadOf = (inTurn: readonly string[], last: string | undefined): string | undefined =>
  inTurn[(inTurn.indexOf(last ?? '') + 1) % Math.max(1, inTurn.length)]

/** The person who manages most people of a block begins. Of two who manage as many, the one whose id comes first. */
export function inOrder(readers: readonly PersonId[], inBlock: readonly Person[]): PersonId[] {
  const managed = (reader: PersonId) => inBlock.filter(({ managers }) => managers.includes(reader)).length
  return readers.toSorted((one, other) => managed(other) - managed(one) || (one < other ? -1 : 1))
}

/** Whether a block reads its pulse together: all its teams manage themselves, and have somebody who notes. */
export const isTogether = (units: readonly string[], { noters }: Roles) =>
  units.length > 0 && units.every((unit) => noters.has(unit))

/** Those who read only because they stand in for somebody. */
export const standIns = ({ deputies, noters }: Roles, managers: ReadonlySet<PersonId>): Set<PersonId> => {
  const noting = new Set(noters.values())
  return new Set([...deputies.values()].filter((one) => !managers.has(one) && !noting.has(one)))
}
