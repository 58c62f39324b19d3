import type { Doc, Instant, PersonId } from '../../core/ports.ts'
import type { Week } from '../../core/time.ts'
import type { Point } from './points.ts'
import type { DecisionKind, RatingKind } from './response-schema.ts'

/** What a reader decided about one point, in their own words. */
export interface Noted {
  decision: DecisionKind
  reason: string
  /** The mark of who takes it on. */
  owner?: string
  /** The day on which the block hears more, as `2026-12-07`. */
  hears?: string
}

/** What somebody is asked after a decision named them: to take a point over, or whether they are its owner. */
export interface Asked {
  kind: 'pass' | 'owner'
  /** The marks of the person who is asked, and of the one who named them. */
  to: string
  from: string
  /** The decision in which they were named. */
  of: string
}

/** One point and how far it is. */
export interface AnsweredPoint {
  point: Point
  state: 'open' | 'noted' | DecisionKind
  noted?: Noted
  /** Once is the most. */
  postponed?: boolean
  /** As long as they have not said yes or no. */
  asked?: Asked
  /** What the block was promised, once it is time to say what came of it. */
  promised?: Noted
  /** The mark of who took it over: from then on theirs alone to decide. */
  holder?: string
  /** The owner said that it is right. */
  confirmed?: boolean
}

/** What somebody has yet to be told of a point. */
export interface News extends Omit<Asked, 'kind'> {
  kind: Asked['kind'] | 'took' | 'gave-back' | 'not-owner'
  place: number
}

/** Whether the block recognises what it said in one decision. */
export interface Recognised {
  of: string
  /** When it is asked no more, and what it said is told. */
  tells: Instant
  /** Reckoned once, so that it says the same whenever it is told. */
  words?: string[]
  told?: boolean
}

/** What the person who answers asked the whole block back, once. */
export interface QuestionBack {
  text: string
  /** The mark of who asks. */
  by: string
  at: Instant
  /** As that of a decision. */
  hash: string
  untold?: boolean
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
  /** The words of each decision as they were sent, beside the decision: what is changed in one of the two is seen. */
  sentAs?: { of: string; points: Decision['points'] }[]
  /** Decisions that the block has yet to be told of. */
  undelivered?: string[]
  news?: News[]
  recognised?: Recognised[]
  question?: QuestionBack
  /** A decision is being written: what became of it is looked at then, should that break off. */
  writing?: Instant
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

/** A pulse gets its first decision, its second one, and so on: none is left out. */
export const decisionId = (pulse: string, place: number) => `${pulse}.${place}`

/** Whether somebody recognises in a decision what they said. Theirs alone to read. */
export interface Rating extends Doc {
  person: PersonId
  rating: RatingKind
}

/** What a decision of a colleague asked of somebody. What came of it lies with the point. */
export interface Task extends Doc {
  person: PersonId
  kind: Asked['kind']
  decision: string
  place: number
}
