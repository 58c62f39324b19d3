import type { Clock, PersonId, Secrets } from '../core/ports.ts'
import { weekOf } from '../core/time.ts'
import type { Author } from './author.ts'
import { type Moment, type Moments, present } from './moment.ts'
import type { AnswerInput } from './schema.ts'
import type { About, Answered, Writing } from './writing.ts'

/** The question of one person in one week: its id is also the id of the moment that answers it. */
export interface Question extends Required<Pick<Moment, 'id' | 'week' | 'prompt'>> {
  /** An answer to this one is for its author alone: it can be shared with nobody and is not counted. */
  journalOnly: boolean
  /** The message it was sent in, as the channel names it. */
  message?: string
}

export interface AnsweringPorts {
  clock: Clock
  secrets: Secrets
  /** The question with this id, if it was put to this person. */
  questionOf(tenant: string, person: PersonId, id: string, seenIn?: string): Promise<Question | undefined>
}

/** Begins the id of a moment without a question. */
export const OWN = 'own-'

/** A question is answered, an answer is changed, and a moment is noted without a question. */
export function answering({ clock, secrets, questionOf }: AnsweringPorts, all: Moments, { write, markOf }: Writing) {
  /** Bound to its author, so that a colleague's card is refused. */
  const ownId = ({ tenant, person }: Author, turn: string) =>
    `${OWN}${turn}-${secrets.hmac('own', tenant, person, turn).slice(0, 12)}`

  /** A moment of one's own that could not be kept the first time: its id shows whose it is. */
  function ownAbout(author: Author, id: string): About | undefined {
    const isOwn = id.startsWith(OWN) && id === ownId(author, id.slice(OWN.length, id.lastIndexOf('-')))
    return isOwn ? { week: weekOf(clock.now()) } : undefined
  }

  /** Answers a question, or changes the answer. A press that arrives again changes nothing. */
  async function answer(author: Author, input: AnswerInput): Promise<Answered> {
    const { tenant, person, seenIn } = author
    const known = await all.get({ tenant, person, id: input.moment })
    const about = (await questionOf(tenant, person, input.moment, seenIn)) ?? known ?? ownAbout(author, input.moment)
    return about ? write(author, input, about, known) : { kind: 'not-yours' }
  }

  return {
    ownId,
    answer,

    /** Changes what was seen. What changed meanwhile, on another screen, stays as it is there. */
    async amend(author: Author, input: AnswerInput): Promise<Answered | { kind: 'changed-meanwhile' }> {
      const known = await present(all, author, input.moment)
      if (!known) return { kind: 'not-yours' }
      const isSeen = String(known.revision) === input.revision || known.applied.includes(markOf(input))
      return isSeen ? answer(author, input) : { kind: 'changed-meanwhile' }
    },

    /** A moment without a question: kept for its author alone until they choose otherwise. */
    async note(author: Author, turn: string, text: string): Promise<Answered> {
      const id = ownId(author, turn)
      const input: AnswerInput = { moment: id, revision: '0', text, how: '', sharing: 'self' }
      const known = await all.get({ tenant: author.tenant, person: author.person, id })
      return write({ ...author, said: turn }, input, { week: weekOf(clock.now()) }, known)
    },
  }
}

export type Answering = ReturnType<typeof answering>
