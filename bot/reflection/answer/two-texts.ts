import { goneCard } from '../../../cards/draft/notice.ts'
import type { Answered, Reflection } from '../../../services/reflection/reflection.ts'
import type { AnswerInput, SecondInput } from '../../../services/reflection/schema.ts'
import type { Reply, Said, Turn } from '../../turn.ts'
import type { Told } from './answer-cards.ts'

/** Two texts lie there for one answer: the person says which stays. */
export const twoTexts = (service: Reflection, told: Told) => ({
  /** Typed: about the newest text that waits for a choice. */
  async secondTyped(turn: Said, what: 'first' | 'second' | 'both'): Promise<Reply> {
    const draft = await service.newestWaiting(turn)
    if (!draft) return { card: goneCard(turn.language) }
    const { id, moment } = draft
    const outcome =
      what === 'first'
        ? await service.keepFirst(turn, moment, id)
        : await service.takeSecond(turn, moment, id, what === 'both')
    return told(turn, outcome, { moment, revision: '0', text: draft.text, how: '', sharing: 'self' })
  },

  second:
    (act: (turn: Turn, moment: string, draft: string) => Promise<Answered>) =>
    async (turn: Turn, { moment, draft }: SecondInput): Promise<Reply> => {
      const input: AnswerInput = { moment, revision: '0', text: '', how: '', sharing: 'self' }
      return told(turn, await act(turn, moment, draft), input)
    },
})
