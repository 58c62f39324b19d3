import type { Archive, Store, Telemetry } from '../../services/core/ports.ts'
import { silent } from '../../services/core/silent.ts'
import { type DeclaredStore, declared } from '../../services/core/store/declared.ts'
import { writesNoted } from '../../services/core/store/failed-writes.ts'
import { measured } from '../../services/core/store/measured.ts'
import { migrated, migratedArchive } from '../../services/core/store/migrated.ts'
import { retained } from '../../services/core/store/retained.ts'

export { UnknownVersion } from '../../services/core/store/migrated.ts'

type Around = (store: Store) => Store

/**
 * The store as everybody uses it: a keeper with all that is around it, from the inside out. Nobody puts on one of these
 * alone. `test/composition` takes each line away, and for each a test fails.
 */
export function keptStore(keeper: Store, telemetry: Telemetry = silent): DeclaredStore {
  if (KEPT in keeper) throw new Error('this store is kept already: give its keeper')
  const around: Around[] = [
    // Innermost: all others see the documents of this release alone.
    migrated,
    (store) => measured(store, telemetry),
    writesNoted,
    retained,
  ]
  const store = declared(around.reduce((inner, put) => put(inner), keeper))
  return { ...store, ...{ [KEPT]: true } }
}

/** A copy of a store that has it would be changed twice on the way in and out. */
const KEPT = Symbol('kept')

/** A keeper to be copied from end to end: in the form of this release, with the lives that its documents have. */
export const copiedStore = (keeper: Archive): Archive => migratedArchive(keeper)
