import type { Collection, Doc, Instant, PersonId, Store } from '../core/ports.ts'
import type { Week } from '../core/time.ts'
import type { Point } from './points.ts'
import type { DecisionKind, RatingKind } from './response-schema.ts'

/** What a reader decided about one point, in their own words. */
export interface Noted {
  decision: DecisionKind
  reason: string
  /** Who takes it on, by the name that the reader wrote. */
  owner?: string
  /** The day on which the block hears more, as `2026-12-07`. */
  hears?: string
}

/** One point and how far it is. */
export interface AnsweredPoint {
  point: Point
  state: 'open' | 'noted' | DecisionKind
  noted?: Noted
  /** Once is the most. */
  postponed?: boolean
}

/** What the readers of a pulse owe its block: a decision on every point. */
export interface Response extends Doc {
  block: string
  points: AnsweredPoint[]
  /** Rises with every decision that was sent. */
  sent: number
  /** Until when an answer is expected. */
  due: Instant
  reminder: Instant
  reminded?: boolean
  missed?: boolean
  /** The decision that the block has yet to be told of. */
  undelivered?: string
  /** When the block is asked no more whether it recognises the last decision, and what it said is told. */
  tells?: Instant
  recognised?: { of: string; words: string[] }
  /** When something is to be done with it; absent when nothing is. */
  next?: Instant
}

/** Sent, and never changed after: it is delivered from here, word for word. */
export interface Decision extends Doc {
  pulse: string
  window: Week
  to: Week
  units: string[]
  readers: string[]
  /** The mark of who decided. */
  by: string
  at: Instant
  points: { point: Point; noted: Noted }[]
  /** Over all that was decided: what does not fit it was changed after it was sent. */
  hash: string
}

/** Whether somebody recognises in a decision what they said. Theirs alone to read. */
export interface Rating extends Doc {
  person: PersonId
  rating: RatingKind
}

export interface AnswerCollections {
  responses: Collection<Response>
  decisions: Collection<Decision>
  ratings: Collection<Rating>
}

export const answerCollections = (store: Store): AnswerCollections => ({
  responses: store.collection<Response>({ name: 'responses', owner: 'tenant', indexes: { next: ({ next }) => next } }),
  decisions: store.collection<Decision>({
    name: 'decisions',
    owner: 'tenant',
    indexes: { window: ({ window }) => window },
  }),
  ratings: store.collection<Rating>({ name: 'ratings', owner: 'person', indexes: { all: ({ id }) => id } }),
})
