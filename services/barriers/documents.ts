import type { Doc, Instant, PersonId, Store } from '../core/ports.ts'
import { staying } from '../core/staying.ts'
import { months, type Week } from '../core/time.ts'
import type { Followed } from '../follow-through/follow-through.ts'
import type { BarrierKind, PlaceOnList } from './schema.ts'

/** As everybody reads it, an asked one is still on the list. */
export type State = PlaceOnList | 'asked'

/** One change, as it is told to who raised or joined it. */
export interface Step {
  at: Instant
  state: PlaceOnList
  /** In the words of who did it, never changed after. */
  words?: string
  by?: PersonId
  /** When more is heard. */
  next?: Instant
}

/** What stands in the way of work. */
export interface Barrier extends Followed<State> {
  text: string
  /** The point of a pulse that it comes from: its published word, and nobody's sentence. */
  point?: { kind: 'need' | 'topic' | 'how'; words: string }
  kind: BarrierKind
  at: Instant
  /** When it came into this state. */
  since: Instant
  /** Who raised it; absent where that person took their name away. */
  by?: PersonId
  joined: PersonId[]
  /** Who is asked, and has said neither yes nor no. */
  candidate?: PersonId
  why?: string
  /** Who said yes. */
  owner?: PersonId
  next?: Instant
  /** Oldest first. */
  steps: Step[]
  /** So many of them were told. */
  told: number
}

/** What ties somebody to a barrier: in their own partition, so that it is found without a look at the whole list. */
export interface Tie extends Doc {
  person: PersonId
  at: Instant
  /** The week in which they put their name to it: they are known to be out of the pulse then (R29). */
  week?: Week
}

export const isOpen = ({ state }: Pick<Barrier, 'state'>) => state !== 'gone' && state !== 'stays'

export const barrierCollections = (store: Store) => ({
  barriers: store.collection<Barrier>({
    name: 'barriers',
    owner: 'tenant',
    indexes: {
      looks: ({ looks }) => looks,
      open: (one) => (isOpen(one) ? one.at : undefined),
      ended: (one) => (isOpen(one) ? undefined : one.since),
      untold: ({ id, steps, told }) => (steps.length > told ? id : undefined),
    },
    lives: { for: months(24), from: ({ since }) => since },
  }),
  ties: store.collection<Tie>({
    name: 'barrierTies',
    owner: 'person',
    foundWithin: 'person',
    indexes: { at: ({ at }) => at, week: ({ week }) => week },
    lives: { for: months(24), from: ({ at }) => at },
  }),
})

/**
 * Without one person who had to do with it: neither their name nor what they said of it. Its text names nobody, and stays as
 * long as others put their name to it. Undefined when nothing may stay.
 */
export function without(barrier: Barrier, person: PersonId): Barrier | undefined {
  const { by, owner, candidate, steps } = barrier
  const joined = barrier.joined.filter((one) => one !== person)
  if (by === person && joined.length === 0) return undefined
  const rest = staying(barrier, 'tenant', 'id', 'etag', 'text', 'kind', 'at', 'since', 'state', 'looks')
  const more = staying(barrier, 'asked', 'told', 'next', 'expires', 'point')
  const isAsked = candidate !== undefined && candidate !== person
  return {
    ...rest,
    ...more,
    told: barrier.told,
    joined,
    ...(by && by !== person && { by }),
    ...(owner && owner !== person && { owner }),
    ...(isAsked && { candidate }),
    ...(isAsked && barrier.why && { why: barrier.why }),
    steps: steps.map((one) => (one.by === person ? staying(one, 'at', 'state') : one)),
  }
}
