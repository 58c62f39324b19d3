import type { Collection, Store } from '../../core/ports.ts'
import { months, startOf } from '../../core/time.ts'
import { windowIn } from '../documents.ts'
import type { Decision, Rating, Response, Task } from './documents.ts'
import { isOwed } from './owed/answer-deadlines.ts'

export interface AnswerCollections {
  responses: Collection<Response>
  decisions: Collection<Decision>
  ratings: Collection<Rating>
  tasks: Collection<Task>
}

export const answerCollections = (store: Store): AnswerCollections => ({
  responses: store.collection<Response>({
    name: 'responses',
    owner: 'tenant',
    indexes: { next: ({ next }) => next, owed: ({ points, id }) => (points.some(isOwed) ? id : undefined) },
    lives: { for: months(24), from: ({ id }) => startOf(windowIn(id)) },
    forms: [unjudged],
  }),
  decisions: store.collection<Decision>({
    name: 'decisions',
    owner: 'tenant',
    indexes: { window: ({ window }) => window, decider: ({ by }) => by },
    lives: { for: months(24), from: ({ to }) => startOf(to) },
  }),
  ratings: store.collection<Rating>({
    name: 'ratings',
    owner: 'person',
    foundWithin: 'person',
    indexes: { all: ({ id }) => id },
    lives: { untilRemoved: 'its person erases it' },
  }),
  tasks: store.collection<Task>({
    name: 'tasks',
    owner: 'person',
    foundWithin: 'person',
    indexes: { all: ({ id }) => id },
    lives: { for: months(24), from: ({ id }) => startOf(windowIn(id)) },
  }),
})

/**
 * Until 0.1.0 the quotes of a pulse were its first point, with a verdict. What was sent of it stays as it was sent. What was only
 * noted is not sent any more: it waits for an answer in words, with the reason that was written.
 */
function unjudged({ points, ...response }: Response): Response {
  return {
    ...response,
    points: points.map(({ noted, ...one }) => {
      if (one.point.kind !== 'words' || one.state !== 'noted' || one.promised || !noted)
        return { ...one, ...(noted && { noted }) }
      return { ...one, state: 'open', noted: { decision: 'antwoord', reason: noted.reason } }
    }),
  }
}
