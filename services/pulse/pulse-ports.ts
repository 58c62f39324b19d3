import type { How } from '../core/how.ts'
import type { Person } from '../core/people.ts'
import type { Clock, PersonId, Random, Secrets } from '../core/ports.ts'
import type { Week } from '../core/time.ts'
import type { Plan } from '../delivery/delivery.ts'
import type { PulseCollections } from './kept.ts'
import type { Window } from './windows.ts'

/** The ticks of one answer, never its text. */
export interface Ticks {
  week: Week
  how?: How
  topics: readonly string[]
  /** Needs, and what stood in the way. */
  needs: readonly string[]
  /** False when its author switched counting off, or it came late. */
  counts: boolean
  /** Shared with colleagues under the author's name. */
  named: boolean
}

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
  /** Draws for one block and window; without it from the secret of the window, so that the same is drawn again. */
  draws?: Random
}
