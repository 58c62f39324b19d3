import type { Clock, PersonId, Secrets } from '../../core/ports.ts'
import { change } from '../../core/store/change.ts'
import { instant, type Week } from '../../core/time.ts'
import type { Pages } from '../rounds/pages.ts'
import type { Asked, AskedNotes } from './asked-notes.ts'
import { type Delivery, isUnsure, questionId, wasSent } from './delivery.ts'
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

/** Finds the question of somebody in a week, whichever way it came to them, and notes what they did about it. */
export function putQuestions({ pages, asked, adoption, secrets, clock }: PutQuestionPorts) {
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

  async function note(tenant: string, person: PersonId, question: PutQuestion, what: 'pulled' | 'skipped' | 'later') {
    const { id, week, prompt, version } = question
    const at = instant(clock.now())
    const blank = { tenant, person, id, week, prompt, promptVersion: version, at }
    await change(asked, { tenant, person, id }, (known) =>
      known?.[what] ? undefined : { ...(known ?? blank), [what]: true },
    )
  }

  return { idOf, found, foundIn, note }
}
