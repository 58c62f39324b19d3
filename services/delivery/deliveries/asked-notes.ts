import { LOST_VERSION } from '../../core/lost-version.ts'
import type { Collection, Doc, Instant, PersonId, Store } from '../../core/ports.ts'
import { days, type Week } from '../../core/time.ts'

/** What a person did about a question before, or instead of, answering it: that is theirs, and in no page of the round. */
export interface Asked extends Doc {
  person: PersonId
  week: Week
  prompt: string
  promptVersion: number
  at: Instant
  /** They asked for it, so that it need not be sent any more. */
  pulled?: boolean
  /** They asked for it once more, later. */
  later?: boolean
  /** Not this week: nothing more is sent about it. */
  skipped?: boolean
}

export type AskedNotes = Collection<Asked>

/** The id of a note is the id of its question. */
export const askedNotes = (store: Store): AskedNotes =>
  store.collection<Asked>({
    name: 'asked',
    owner: 'person',
    foundWithin: 'person',
    indexes: { all: ({ id }) => id },
    lives: { for: days(90), from: ({ at }) => at },
    forms: [(note: Doc) => ({ ...note, promptVersion: LOST_VERSION })],
  })
