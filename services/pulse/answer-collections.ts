import type { Collection, Store } from '../core/ports.ts'
import type { Decision, Rating, Response, Task } from './answers.ts'
import { isOwed } from './terms.ts'

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
  }),
  decisions: store.collection<Decision>({
    name: 'decisions',
    owner: 'tenant',
    indexes: { window: ({ window }) => window },
  }),
  ratings: store.collection<Rating>({ name: 'ratings', owner: 'person', indexes: { all: ({ id }) => id } }),
  tasks: store.collection<Task>({ name: 'tasks', owner: 'person', indexes: { all: ({ id }) => id } }),
})
