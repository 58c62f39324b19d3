import type { Clock, PersonId, Secrets } from '../../core/ports.ts'
import { type Week, weekAfter, weekOf } from '../../core/time.ts'
import type { Pages } from '../rounds/pages.ts'
import type { Asked, AskedNotes } from './asked-notes.ts'
import { type Delivery, isUnsure, questionId, wasSent, weekOfQuestion } from './delivery.ts'
import type { Adoption } from './seen-cards.ts'

/** The question of one person in one week, as far as sending knows it. */
export interface PutQuestion {
  id: string
  week: Week
  prompt: string
  version: number
  /** The message it was sent in, as the channel names it. */
  message?: string
}

const ofNote = ({ id, week, prompt, promptVersion }: Asked): PutQuestion => ({
  id,
  week,
  prompt,
  version: promptVersion,
})

export const ofDelivery = ({ id, about, message }: Delivery): PutQuestion => ({
  id,
  week: about.week ?? '',
  prompt: about.prompt ?? '',
  version: Number(about.version),
  ...(message && { message }),
})

export interface PutQuestionPorts {
  pages: Pick<Pages, 'of'>
  asked: AskedNotes
  adoption: Adoption
  secrets: Secrets
  clock: Clock
}

/** So many weeks back a card may be quoted, and the answer is to its question. */
const QUOTED_BACK = 4

/** Finds the question of somebody in a week, whichever way it came to them. */
export function putQuestions({ pages, asked, adoption, secrets, clock }: PutQuestionPorts) {
  const week = () => weekOf(clock.now())
  const idOf = (tenant: string, person: PersonId, of: Week) => questionId(secrets, tenant, person, of)

  /** The question as it was put to this person, by sending or because they asked; and as its round has it. */
  async function found(tenant: string, person: PersonId, of: Week): Promise<{ put?: PutQuestion; inRound?: Delivery }> {
    const inRound = await pages.of(tenant, of, person)
    if (inRound && wasSent(inRound)) return { put: ofDelivery(inRound), inRound }
    const known = await asked.get({ tenant, person, id: idOf(tenant, person, of) })
    return { ...(known && { put: ofNote(known) }), ...(inRound && { inRound }) }
  }

  /** A person who uses a card that may never have arrived has it: then it is this one. */
  async function foundIn(tenant: string, person: PersonId, of: Week, message?: string, isSure = true) {
    const { put, inRound } = await found(tenant, person, of)
    if (!put || !inRound || !message || !isUnsure(inRound)) return put
    if (!isSure && (await adoption.isAnother(tenant, person, message))) return put
    await adoption.adopt(tenant, person, put.id, message)
    return { ...put, message }
  }

  return {
    /** The ISO week it is now. */
    week,
    idOf,
    found,

    /** The question with this id, if it is this person's. `seenIn` is the message in which they have it before them. */
    async of(tenant: string, person: PersonId, question: string, seenIn?: string): Promise<PutQuestion | undefined> {
      const of = weekOfQuestion(question)
      return of && idOf(tenant, person, of) === question ? foundIn(tenant, person, of, seenIn) : undefined
    },

    /**
     * This week's question when it was put to this person, as far as anybody knows; without asking for it. `repliedTo` is
     * the message that they answer, whatever is in it.
     */
    current: (tenant: string, person: PersonId, repliedTo?: string): Promise<PutQuestion | undefined> =>
      foundIn(tenant, person, week(), repliedTo, false),

    /** The question, of this week or one of the last four, that was sent in this message. */
    async sentIn(tenant: string, person: PersonId, message: string): Promise<PutQuestion | undefined> {
      for (let ago = 0; ago <= QUOTED_BACK; ago++) {
        const { put } = await found(tenant, person, weekAfter(week(), -ago))
        if (put?.message === message) return put
      }
      return undefined
    },
  }
}

export type PutQuestions = ReturnType<typeof putQuestions>
