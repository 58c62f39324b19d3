import { goneCard } from '../../../cards/draft/notice.ts'
import { type Card, fitsInField } from '../../../cards/kit/card.ts'
import { noQuestionCard, type QuestionView, questionCard } from '../../../cards/reflection/question.ts'
import { secondCard } from '../../../cards/reflection/saved.ts'
import { HOW } from '../../../services/core/how.ts'
import type { Moment } from '../../../services/reflection/moment.ts'
import type { Question } from '../../../services/reflection/reflection.ts'
import type { Second } from '../../../services/reflection/unsaved/second-text.ts'
import { sharingOf } from '../../../services/reflection/unsaved/unsaved-texts.ts'
import type { Reply, Turn } from '../../turn.ts'
import type { ReflectionNeeds } from '../needs.ts'
import { questionViews } from './question-view.ts'
import { savedScreen } from './saved-screen.ts'

/** From a question and the moment that answers it to the cards that show them. */
export function screens(needs: ReflectionNeeds) {
  const { service, questionOf } = needs
  const { view, blank } = questionViews(needs)

  /** The field shows what was typed before and is not kept, so that the person goes on from there. */
  async function withLeft(turn: Turn, seen: QuestionView): Promise<Card> {
    const left = await service.leftOf(turn, seen.moment)
    if (!left) return questionCard(seen)
    // What the field cannot hold stays where it is, whatever is typed instead of it.
    if (!fitsInField(left.text)) return questionCard({ ...seen, problem: 'too-long', text: left.text })
    const how = HOW.find((one) => one === left.how)
    const sharing = sharingOf(left)
    return questionCard({ ...seen, text: left.text, sharing, draft: service.markOf(left.text), ...(how && { how }) })
  }

  /** Two texts for one answer come before anything else about it. */
  async function opened(turn: Turn, seen: QuestionView, moment: Moment | undefined): Promise<Reply> {
    const waiting = moment && (await service.waiting(turn, moment))
    return { card: waiting ? second(turn, waiting) : await withLeft(turn, seen) }
  }

  const second = ({ language }: Turn, { moment, draft }: Second, isEdited = false): Card =>
    secondCard({ language, moment, draft: { id: draft.id, text: draft.text, sharing: sharingOf(draft) }, isEdited })

  return {
    view,
    blank,
    second,
    saved: savedScreen(needs),

    /** The question, with the answer in it when there is one. */
    async question(turn: Turn, question: Question | undefined): Promise<Reply> {
      const moment = question && (await service.of(turn, question.id))
      const seen = await view(turn, question, moment)
      return seen ? opened(turn, seen, moment) : { card: noQuestionCard(turn.language) }
    },

    /** The text again, at the person's own request. */
    async moment(turn: Turn, moment: Moment | undefined): Promise<Reply> {
      const seen = moment && (await view(turn, await questionOf(turn.tenant, turn.person, moment.id), moment))
      return seen ? opened(turn, seen, moment) : { card: goneCard(turn.language) }
    },

    /** The same, to be changed before it goes to the pulse. */
    async rewriting(turn: Turn, moment: Moment | undefined): Promise<Reply> {
      const seen = moment && (await view(turn, await questionOf(turn.tenant, turn.person, moment.id), moment))
      if (!seen) return { card: goneCard(turn.language) }
      return { card: questionCard(seen.journalOnly ? seen : { ...seen, sharing: 'pulse' }) }
    },
  }
}

export type Screens = ReturnType<typeof screens>
