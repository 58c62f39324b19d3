import type { LaterDay, QuestionView } from '../../../cards/reflection/question.ts'
import { reflectionWords } from '../../../cards/reflection/question-words.ts'
import { dateOf, dayOf, plusDays, type Weekday, weekdayOf } from '../../../services/core/time.ts'
import type { Moment } from '../../../services/reflection/moment.ts'
import type { Question } from '../../../services/reflection/reflection.ts'
import type { Turn } from '../../turn.ts'
import type { ReflectionNeeds } from '../needs.ts'

/** Whose screen it is. */
export type Reader = Pick<Turn, 'tenant' | 'person' | 'language' | 'stands'> & {
  /** Their own, where they were read already. */
  workingDays?: readonly Weekday[]
}

/** What the card of a question shows: the question, and the moment that answers it. */
export function questionViews({ service, textOf, againAt, clock }: ReflectionNeeds) {
  /** What *Later* means today. */
  async function laterDay({ tenant, person, workingDays }: Reader): Promise<LaterDay> {
    const again = dayOf(await againAt(tenant, person, workingDays))
    return dateOf(again) === dateOf(plusDays(dayOf(clock.now()), 1)) ? 'tomorrow' : weekdayOf(again)
  }

  async function view(reader: Reader, question?: Question, moment?: Moment): Promise<QuestionView | undefined> {
    const week = question?.week ?? moment?.week
    const id = question?.id ?? moment?.id
    if (!week || !id) return undefined
    const { tenant, language } = reader
    const asked = question && (await textOf(tenant, question.prompt, language))
    const later = moment ? undefined : await laterDay(reader)
    return {
      language,
      moment: id,
      revision: moment?.revision ?? 0,
      question: asked?.question ?? reflectionWords(language).own,
      ...(asked && { example: asked.example, why: asked.why }),
      ...(later && { later }),
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
      question: reflectionWords(language).own,
      counted: 'counted',
    }),
  }
}
