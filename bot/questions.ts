import type { PersonId } from '../services/core/ports.ts'
import type { Deliveries, Delivery } from '../services/delivery/delivery.ts'
import { type Rounds, SKIPPED } from '../services/delivery/rounds.ts'
import { isJournalOnly } from '../services/prompts/library.ts'
import type { Question } from '../services/reflection/reflection.ts'

/** The weekly question as reflection sees it: a delivery of this week's round, with the words of the library. */
export function questions({
  sent,
  rounds,
  isAnswered,
}: {
  sent: Deliveries
  rounds: Rounds
  isAnswered(tenant: string, person: PersonId, question: string): Promise<boolean>
}) {
  return {
    /** The question with this id, if it was put to this person. */
    async of(tenant: string, person: PersonId, id: string): Promise<Question | undefined> {
      const delivery = await sent.get({ tenant, person, id })
      return delivery?.feature === 'reflection' ? asQuestion(delivery) : undefined
    },

    /** This week's question, which from now on need not be sent any more. */
    async pull(tenant: string, person: PersonId): Promise<Question | undefined> {
      const pulled = await rounds.pull(tenant, person)
      return pulled && asQuestion(pulled)
    },

    /** This week's question when it was put to this person. */
    async current(tenant: string, person: PersonId): Promise<Question | undefined> {
      const current = await rounds.current(tenant, person)
      return current && current.state !== 'planned' && current.state !== 'waiting' ? asQuestion(current) : undefined
    },

    /** Is it still worth sending: this week's, not skipped, not answered? */
    async wanted(tenant: string, person: PersonId, id: string): Promise<boolean> {
      const delivery = await sent.get({ tenant, person, id })
      if (delivery?.about.week !== rounds.week() || delivery.code === SKIPPED) return false
      return !(await isAnswered(tenant, person, id))
    },
  }
}

function asQuestion({ id, about, message }: Delivery): Question {
  const { week = '', prompt = '', version = '1', question = id } = about
  return {
    id: question,
    week,
    prompt: { id: prompt, version: Number(version) },
    journalOnly: isJournalOnly(prompt),
    ...(message && { message }),
  }
}
