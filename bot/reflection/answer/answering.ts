import type { Question } from '../../../services/reflection/reflection.ts'
import type { AnswerInput, LeaveInput } from '../../../services/reflection/schema.ts'
import type { Reply, Said, Turn } from '../../turn.ts'
import type { ReflectionNeeds } from '../needs.ts'
import type { Screens } from '../screens/screens.ts'
import { answerCards } from './answer-cards.ts'
import { consenting } from './consenting.ts'
import { puttingOff } from './putting-off.ts'
import { twoTexts } from './two-texts.ts'

/** The question and what is done with it: answered, agreed to, put off, skipped, explained. */
export function answering(needs: ReflectionNeeds, show: Screens) {
  const { service } = needs
  const { told } = answerCards(needs, show)
  const { consented, consent, consentTyped, keepPrivate } = consenting(service, show)

  /** Who is asked every week is known to be with the turn, so that an answer need not ask. */
  const comeBack = async ({ tenant, person, stands }: Turn) => {
    if (!stands || stands.seldom) await needs.comeBack(tenant, person)
  }

  async function keepTyped(turn: Said): Promise<Reply> {
    const outcome = await service.note(turn, turn.id, turn.text)
    const input = typedInput(service.ownId(turn, turn.id), turn)
    return told(turn, outcome, input, true)
  }

  /** What came of it, and the card that says so. */
  async function answered(turn: Turn, input: AnswerInput) {
    await comeBack(turn)
    const author = turn.replyTo ? { ...turn, seenIn: turn.replyTo } : turn
    const outcome = await service.answer(author, input)
    return { outcome, reply: await told(turn, outcome, input) }
  }

  return {
    comeBack,

    /** A card is put away: what was typed in it is kept. */
    leave: (turn: Turn, input: LeaveInput) => service.leave(turn, input),

    answered,
    consented,

    answer: async (turn: Turn, input: AnswerInput): Promise<Reply> => (await answered(turn, input)).reply,

    /** A moment of one's own, without a question. */
    keepTyped,

    async answerTyped(turn: Said, meant?: Question): Promise<Reply> {
      await comeBack(turn)
      const { tenant, person } = turn
      const question = meant ?? (await needs.currentQuestion(tenant, person)) ?? (await needs.pull(tenant, person))
      if (!question) return keepTyped(turn)
      // For a question without an answer: where there is one, both texts are there until the person chose.
      const input = typedInput(question.id, turn)
      return told(turn, await service.answer({ ...turn, said: turn.id }, input), input, true)
    },

    consent,
    consentTyped,
    keepPrivate,
    ...twoTexts(service, told),
    ...puttingOff(needs),
  }
}

export type Answers = ReturnType<typeof answering>

/** What is typed in passing is never made public by an earlier choice. */
const typedInput = (moment: string, { text }: Said): AnswerInput => ({
  moment,
  revision: '0',
  text,
  how: '',
  sharing: 'self',
})
