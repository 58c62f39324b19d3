import type { Container } from '@azure/cosmos'
import type { Clock, Random } from '../../core/ports.ts'
import type { Persist } from './patience.ts'

/** What one collection needs of its store. */
export interface CollectionPorts {
  /** The container, made or found before the first request. */
  container: (persist: Persist) => Promise<Container>
  clock: Clock
  random: Random
  /** Begins an operation: its deadline counts from here, over all its steps. */
  begin: () => Persist
}
