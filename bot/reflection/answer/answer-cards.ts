import { fitsInField } from '../../../cards/kit/card.ts'
import { removedCard } from '../../../cards/reflection/journal.ts'
import { questionCard } from '../../../cards/reflection/question.ts'
import type { Answered } from '../../../services/reflection/reflection.ts'
import type { AnswerInput } from '../../../services/reflection/schema.ts'
import { notYours, type Reply, type Turn } from '../../turn.ts'
import type { ReflectionNeeds } from '../needs.ts'
import type { Screens } from '../screens/screens.ts'
import { consentAsked } from './consenting.ts'

/** From what became of an answer to the card that says so. */
export function answerCards(needs: Pick<ReflectionNeeds, 'service' | 'questionOf'>, show: Screens) {
  const { service } = needs

  /** `input` is what was typed or chosen, so that nothing is lost when it cannot be kept. */
  async function told(turn: Turn, outcome: Answered, input: AnswerInput, askHow = false): Promise<Reply> {
    const { language } = turn
    if (outcome.kind === 'saved') {
      // Something back for what was given, not for every correction of it.
      const rewarded = outcome.moment.revision === 1
      return { card: await show.saved(turn, outcome.moment, { counted: outcome.counted, askHow, rewarded }) }
    }
    if (outcome.kind === 'asks-consent') return consentAsked(turn, outcome)
    if (outcome.kind === 'second') return { card: show.second(turn, outcome) }
    if (outcome.kind === 'not-yours') return notYours(turn)
    if (outcome.kind === 'removed') return { card: removedCard(language) }
    const question = await needs.questionOf(turn.tenant, turn.person, input.moment)
    const seen =
      (await show.view(turn, question, await service.of(turn, input.moment))) ?? show.blank(turn, input.moment)
    const given = { ...seen, how: input.how, sharing: input.sharing }
    if (outcome.kind !== 'too-long') return { card: questionCard({ ...given, problem: 'empty' }) }
    // The field cannot give it back: then it is kept beside the moment, as the card says.
    if (!fitsInField(outcome.text)) await service.leave(turn, input)
    return { card: questionCard({ ...given, text: outcome.text, problem: 'too-long' }) }
  }

  return { told }
}

export type Told = ReturnType<typeof answerCards>['told']
