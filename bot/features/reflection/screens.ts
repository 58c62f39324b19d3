import type { Card } from '../../../cards/kit.ts'
import { goneCard } from '../../../cards/notice.ts'
import { noQuestionCard, type QuestionView, questionCard, savedCard } from '../../../cards/reflection.ts'
import { wordsIn } from '../../../cards/words.ts'
import type { Moment } from '../../../services/reflection/moment.ts'
import type { Question } from '../../../services/reflection/reflection.ts'
import type { Reply, Turn } from '../../turn.ts'
import type { ReflectionNeeds } from './needs.ts'

/** Whose screen it is. */
export type Reader = Pick<Turn, 'tenant' | 'person' | 'language' | 'stands'>

/** From a question and the moment that answers it to the cards that show them. */
export function screens({ service, questionOf, textOf, reward }: ReflectionNeeds) {
  async function view(reader: Reader, question?: Question, moment?: Moment): Promise<QuestionView | undefined> {
    const week = question?.week ?? moment?.week
    const id = question?.id ?? moment?.id
    if (!week || !id) return undefined
    const { tenant, language } = reader
    const asked = question && (await textOf(tenant, question.prompt, language))
    return {
      language,
      moment: id,
      revision: moment?.revision ?? 0,
      question: asked?.question ?? wordsIn(language).reflection.own,
      ...(asked && { example: asked.example }),
      ...((question ?? moment)?.journalOnly && { journalOnly: true }),
      counted: await service.standing(reader, week, moment?.sharing ?? 'self'),
      ...(moment && { text: moment.text, sharing: moment.sharing, ...(moment.how && { how: moment.how }) }),
    }
  }

  return {
    view,

    /** A moment of one's own that is not kept yet. */
    blank: ({ language }: Reader, moment: string): QuestionView => ({
      language,
      moment,
      revision: 0,
      question: wordsIn(language).reflection.own,
      counted: 'counted',
    }),

    /** The question, with the answer in it when there is one. */
    async question(turn: Turn, question: Question | undefined): Promise<Reply> {
      const seen = await view(turn, question, question && (await service.of(turn, question.id)))
      return { card: seen ? questionCard(seen) : noQuestionCard(turn.language) }
    },

    /** The text again, at the person's own request. */
    async moment(turn: Turn, moment: Moment | undefined): Promise<Reply> {
      const seen = moment && (await view(turn, await questionOf(turn.tenant, turn.person, moment.id), moment))
      return { card: seen ? questionCard(seen) : goneCard(turn.language) }
    },

    /** Kept, without the text; with `rewarded` something of a colleague on the same topic. */
    async saved(
      turn: Turn,
      moment: Moment,
      more: { late?: boolean; askHow?: boolean; rewarded?: boolean; number?: number | undefined } = {},
    ): Promise<Card> {
      const { late = false, askHow = false, rewarded = false, number } = more
      const shown = rewarded ? await reward(turn, moment.text) : undefined
      return savedCard({
        language: turn.language,
        moment,
        late,
        askHow,
        ...(number && { number }),
        ...(shown && { reward: shown }),
      })
    },
  }
}

export type Screens = ReturnType<typeof screens>
