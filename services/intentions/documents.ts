import type { Collection, Doc, Instant, PersonId, Store } from '../core/ports.ts'
import { days, months } from '../core/time.ts'
import type { Followed } from '../follow-through/follow-through.ts'
import type { After, Barrier, Result } from './schema.ts'

export type OpenState = 'two-weeks' | 'six-weeks' | 'twelve-weeks'
export type State = OpenState | 'ended'

/** How it went, so many weeks after it was said. */
export interface Check {
  after: After
  at: Instant
  result: Result
  barriers?: Barrier[]
}

/** What somebody will do with what they learned, in their own words. They alone read it. */
export interface Intention extends Followed<State> {
  person: PersonId
  text: string
  /** The moment that it comes from, or what a colleague shared. */
  moment?: string
  item?: string
  at: Instant
  /** Oldest first. */
  checks: Check[]
  /** Who was asked to think along: what became of that lies with them. */
  buddy?: { person: PersonId; id: string }
  /** The way of working that changed by it. */
  practice?: Practice
}

/** How somebody works now, in one sentence. */
export interface Practice {
  text: string
  /** Who sees to it that it stays, in the words of the person; absent where that is themselves. */
  keeper?: string
}

export type OpenIntention = Intention & { state: OpenState }

export const isOpen = (intention: Intention): intention is OpenIntention => intention.state !== 'ended'

export const intentionDocuments = (store: Store): Collection<Intention> =>
  store.collection<Intention>({
    name: 'intentions',
    owner: 'person',
    indexes: {
      at: ({ at }) => at,
      looks: ({ looks }) => looks,
      // By what was shared, of those who work by it now.
      applied: ({ item, checks }) => (checks.at(-1)?.result === 'toegepast' ? item : undefined),
    },
    lives: { for: months(12), from: ({ at }) => at },
  })

/**
 * The form of an intention, one for each person: what they typed there and left. Every intention that begins writes it, so that
 * of two that begin at once one sees the other.
 */
export interface IntentionForm extends Doc {
  person: PersonId
  /** What was typed and not begun; empty where nothing was. */
  text: string
  /** What it is about: a moment, what a colleague shared, or an intention that is said in other words. */
  moment?: string
  item?: string
  intention?: string
  /** Who was to think along. */
  buddy?: string
  at: Instant
}

export const intentionForms = (store: Store): Collection<IntentionForm> =>
  store.collection<IntentionForm>({
    name: 'intentionForms',
    owner: 'person',
    foundWithin: 'person',
    indexes: {},
    lives: { for: days(90), from: ({ at }) => at },
  })
