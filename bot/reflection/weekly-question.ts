import type { PersonId } from '../../services/core/ports.ts'
import type { Delivery } from '../../services/delivery/deliveries/delivery.ts'
import type { PutQuestion } from '../../services/delivery/deliveries/put-question.ts'
import type { Rounds } from '../../services/delivery/rounds/rounds.ts'
import type { Question } from '../../services/reflection/reflection.ts'

interface QuestionPorts {
  rounds: Rounds
  isJournalOnly(tenant: string, prompt: string): Promise<boolean>
  isAnswered(tenant: string, person: PersonId, question: string): Promise<boolean>
}

/** The weekly question as reflection sees it: what a round put to somebody, with the words of the library. */
export function questions({ rounds, isAnswered, isJournalOnly }: QuestionPorts) {
  const asQuestion = async (
    tenant: string,
    { id, week, prompt, version, message }: PutQuestion,
  ): Promise<Question> => ({
    id,
    week,
    prompt: { id: prompt, version },
    journalOnly: await isJournalOnly(tenant, prompt),
    ...(message && { message }),
  })

  return {
    /** The question with this id, if it was put to this person; `seenIn` is the message in which they have it. */
    async of(tenant: string, person: PersonId, id: string, seenIn?: string): Promise<Question | undefined> {
      const known = await rounds.of(tenant, person, id, seenIn)
      return known && asQuestion(tenant, known)
    },

    /** This week's question, which from now on need not be sent any more. */
    async pull(tenant: string, person: PersonId): Promise<Question | undefined> {
      const pulled = await rounds.pull(tenant, person)
      return pulled && asQuestion(tenant, pulled)
    },

    /** This week's question when it was put to this person, who may be replying to a message. */
    async current(tenant: string, person: PersonId, repliedTo?: string): Promise<Question | undefined> {
      const current = await rounds.current(tenant, person, repliedTo)
      return current && asQuestion(tenant, current)
    },

    /** This week's question as long as it waits: it was put to this person, who neither answered nor skipped it. */
    async waiting(tenant: string, person: PersonId): Promise<Question | undefined> {
      const current = await rounds.current(tenant, person)
      const waits =
        current &&
        (await rounds.isWanted(tenant, person, current.id, true)) &&
        !(await isAnswered(tenant, person, current.id))
      return waits ? asQuestion(tenant, current) : undefined
    },

    /** The question that was sent in this message, of this week or shortly before. */
    async sentIn(tenant: string, person: PersonId, message: string): Promise<Question | undefined> {
      const sent = await rounds.sentIn(tenant, person, message)
      return sent && asQuestion(tenant, sent)
    },

    /** The question that a delivery is about, as long as it is worth sending: not skipped, not answered, of this week. */
    async toSend({ tenant, person, id, about, state }: Delivery): Promise<Question | undefined> {
      const { week = '', prompt = '', version, question = id } = about
      // What is sent for the first time, to somebody who never asked for it, cannot be answered yet.
      const mayBeAnswered = question !== id || state !== 'planned'
      const isWanted =
        (await rounds.isWanted(tenant, person, question, question !== id)) &&
        !(mayBeAnswered && (await isAnswered(tenant, person, question)))
      return isWanted ? asQuestion(tenant, { id: question, week, prompt, version: Number(version) }) : undefined
    },
  }
}

export type Questions = ReturnType<typeof questions>
