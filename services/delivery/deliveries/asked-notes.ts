import { LOST_VERSION } from '../../core/lost-version.ts'
import type { Clock, Collection, Doc, Instant, PersonId, Store } from '../../core/ports.ts'
import { change } from '../../core/store/change.ts'
import { days, instant, type Week, weekAfter, weekOf } from '../../core/time.ts'
import { weekOfQuestion } from './delivery.ts'

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

type Question = Pick<Asked, 'id' | 'week' | 'prompt'> & { version: number }

/** Notes what people did about a question, and says what follows from it. */
export const noting = ({ asked, clock }: { asked: AskedNotes; clock: Clock }) => ({
  async note(tenant: string, person: PersonId, question: Question, what: 'pulled' | 'skipped' | 'later') {
    const { id, week, prompt, version } = question
    const blank = { tenant, person, id, week, prompt, promptVersion: version, at: instant(clock.now()) }
    await change(asked, { tenant, person, id }, (known) =>
      known?.[what] ? undefined : { ...(known ?? blank), [what]: true },
    )
  },

  /** Is it still worth sending, for the first time or `again`: not asked for, not skipped, of this week? */
  async isWanted(tenant: string, person: PersonId, question: string, again: boolean): Promise<boolean> {
    const [of, week] = [weekOfQuestion(question), weekOf(clock.now())]
    // What was put off late in a week comes again on the next working day, also when that is in the week after it.
    if (of !== week && !(again && of && weekAfter(of) === week)) return false
    const known = await asked.get({ tenant, person, id: question })
    return !known?.skipped && (again || !known?.pulled)
  },
})

export type Noting = ReturnType<typeof noting>
