import type { PersonId } from '../core/ports.ts'
import type { Roles } from './place.ts'

/**
 * One reader in turn, so that a block of several managers knows whose answer it waits for: by mark, the one after who
 * had the pulse before it. It is set when the window opens. Whoever stands in for somebody has no turn of their own.
 */
export function leadOf(marks: readonly string[], last: string | undefined): string | undefined {
  const inTurn = [...marks].sort()
  return inTurn.find((mark) => last !== undefined && mark > last) ?? inTurn[0]
}

/** Whether a block reads its pulse together: all its teams manage themselves, and have somebody who notes. */
export const isTogether = (units: readonly string[], { noters }: Roles) =>
  units.length > 0 && units.every((unit) => noters.has(unit))

/** Whoever reads only because they stand in for somebody. */
export const standIns = ({ deputies, noters }: Roles, managers: ReadonlySet<PersonId>): Set<PersonId> => {
  const noting = new Set(noters.values())
  return new Set([...deputies.values()].filter((one) => !managers.has(one) && !noting.has(one)))
}
