import { laterCard, noQuestionCard, skippedCard, whyCard } from '../../../cards/reflection/question.ts'
import { instant } from '../../../services/core/time.ts'
import type { Question } from '../../../services/reflection/reflection.ts'
import type { Reply, Turn } from '../../turn.ts'
import type { ReflectionNeeds } from '../needs.ts'

/** Not now, not this week, or first: what becomes of an answer. */
export const puttingOff = (needs: ReflectionNeeds) => {
  const { service } = needs
  return {
    async later(turn: Turn, question: Question | undefined): Promise<Reply> {
      if (!question) return { card: noQuestionCard(turn.language) }
      const again = await needs.later(turn.tenant, turn.person, question.id)
      const left = await service.leftOf(turn, question.id)
      return { card: laterCard(turn.language, { left: left?.text, ...(again && { again: instant(again) }) }) }
    },

    async skip(turn: Turn, question: Question | undefined): Promise<Reply> {
      if (!question) return { card: noQuestionCard(turn.language) }
      await needs.skip(turn.tenant, turn.person, question.id)
      const left = await service.leftOf(turn, question.id)
      return { card: skippedCard(turn.language, left?.text) }
    },

    async why({ tenant, language }: Turn, question: Question | undefined): Promise<Reply> {
      if (!question) return { card: noQuestionCard(language) }
      const { why } = await needs.textOf(tenant, question.prompt, language)
      return { card: whyCard(language, question.id, why) }
    },
  }
}
