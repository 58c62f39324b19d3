import type { Person } from '../core/people.ts'
import type { Clock, Language, Ledger, PersonId, Random, Secrets } from '../core/ports.ts'
import type { LeavingCheck } from '../core/text/signs.ts'
import type { Week } from '../core/time.ts'
import type { Plan } from '../delivery/deliveries/delivery.ts'
import type { PulseCollections } from './collections.ts'
import type { Ticks } from './rules/contributions.ts'
import type { Window } from './rules/windows.ts'

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
  /** A moment is its author's alone from now on, and a quote of it that waits is gone. */
  keepPrivate(tenant: string, person: PersonId, moment: string): Promise<unknown>
  /** Whether this person lets what they choose be counted. */
  counts(tenant: string, person: PersonId): Promise<boolean>
  /** How many questions colleagues asked in these weeks, and how many people did. `to` is exclusive. */
  askedBetween(tenant: string, from: Week, to: Week): Promise<{ questions: number; people: number }>
  /** What colleagues asked about and nobody knew, the newest first. */
  unanswered(tenant: string, language: Language, most: number): Promise<string[]>
  /** What words hold that a whole block reads. */
  leaving: LeavingCheck
  /** Whether somebody can decide about reports: who they are is for the policy and the roster to say. */
  isReportDecided(tenant: string): Promise<boolean>
  plan(plan: Plan): Promise<unknown>
  wake(tenant: string, job: string, at: Date): Promise<void>
  /** What was removed is not to be found any more in the store's files. */
  scrub(): Promise<void>
  /** What a backup of the store may not bring back; without it nothing is looked up. */
  ledger?: Ledger
  /** Draws for one block and window; without it from the secret of the window, so that the same is drawn again. */
  draws?: Random
}
