import type { Person, Role } from '../core/people.ts'
import type { Clock, PersonId, Secrets, Store } from '../core/ports.ts'
import type { Plan } from '../delivery/deliveries/delivery.ts'
import type { Hidden, Kind } from './report.ts'

/** The keeper of one kind of words: takes them out of sight at once, and puts them back. */
export interface Keeper {
  /** Out of the sight of everybody; of these readers alone where they are named, by their marks. */
  takeAway(tenant: string, of: string, hidden: Hidden, only?: readonly string[]): Promise<void>
  putBack(tenant: string, of: string, hidden: Hidden, author: PersonId | undefined): Promise<void>
  /** They do not come back: what they came from is their author's alone from now on. */
  end(tenant: string, of: string, author: PersonId | undefined, hidden: Hidden | undefined): Promise<void>
  /** R20: the mark of somebody whose report hides it for themselves alone; undefined where it hides it for all. */
  aloneFor(tenant: string, of: string, person: PersonId): Promise<string | undefined>
  /** Who reads these words because of what they are, and so is no judge of them. */
  involved(tenant: string, of: string): Promise<readonly PersonId[]>
  /** Whether the person who asks wrote these words, in their own turn. */
  isOwn(tenant: string, person: PersonId, hidden: Hidden): Promise<boolean>
}

export interface CarePorts {
  store: Store
  clock: Clock
  secrets: Secrets
  keepers: Record<Kind, Keeper>
  everyone(tenant: string): Promise<readonly Person[]>
  /** Who decides, as the municipality chose; undefined when nobody was chosen, or the choice may not hold. */
  deciders(tenant: string): Promise<Role | undefined>
  workingMoment(at: Date): Date
  plan(plan: Plan): Promise<unknown>
  wake(tenant: string, job: string, at: Date): Promise<void>
}
