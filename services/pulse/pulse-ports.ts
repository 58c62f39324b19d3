import type { Person } from '../core/people.ts'
import type { Clock, Ledger, PersonId, Random, Secrets } from '../core/ports.ts'
import type { Plan } from '../delivery/delivery.ts'
import type { Ticks } from './contributions.ts'
import type { PulseCollections } from './kept.ts'
import type { Window } from './windows.ts'

/** A text that its author agreed to show to these readers. */
export interface Agreed {
  moment: string
  text: string
  readers: readonly PersonId[]
}

export interface PulsePorts {
  kept: PulseCollections
  clock: Clock
  random: Random
  secrets: Secrets
  everyone(tenant: string): Promise<readonly Person[]>
  ticksOf(tenant: string, person: PersonId, window: Window): Promise<Ticks[]>
  /** The first one comes first. */
  agreedOf(tenant: string, person: PersonId, window: Window): Promise<Agreed[]>
  plan(plan: Plan): Promise<unknown>
  wake(tenant: string, job: string, at: Date): Promise<void>
  /** What was removed is not to be found any more in the store's files. */
  scrub(): Promise<void>
  /** What a backup of the store may not bring back; without it nothing is looked up. */
  ledger?: Ledger
  /** Draws for one block and window; without it from the secret of the window, so that the same is drawn again. */
  draws?: Random
}
