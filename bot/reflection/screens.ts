import { goneCard } from '../../cards/draft/notice.ts'
import { type Card, fitsInField } from '../../cards/kit/card.ts'
import {
  type LaterDay,
  noQuestionCard,
  type QuestionView,
  questionCard,
  savedCard,
  secondCard,
} from '../../cards/reflection/question.ts'
import { reflectionWords } from '../../cards/reflection/question-words.ts'
import { HOW } from '../../services/core/how.ts'
import { dateOf, dayOf, plusDays, type Weekday, weekdayOf } from '../../services/core/time.ts'
import type { Counted, Moment } from '../../services/reflection/moment.ts'
import type { Question } from '../../services/reflection/reflection.ts'
import type { Second } from '../../services/reflection/unsaved/second-text.ts'
import { sharingOf } from '../../services/reflection/unsaved/unsaved-texts.ts'
import type { Reply, Turn } from '../turn.ts'
import type { ReflectionNeeds } from './needs.ts'

/** Whose screen it is. */
export type Reader = Pick<Turn, 'tenant' | 'person' | 'language' | 'stands'> & {
  /** Their own, where they were read already. */
  workingDays?: readonly Weekday[]
}

/** From a question and the moment that answers it to the cards that show them. */
export function screens({ service, questionOf, textOf, reward, againAt, clock, adviserOf, signsIn }: ReflectionNeeds) {
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
    second,

    /** A moment of one's own that is not kept yet. */
    blank: ({ language }: Reader, moment: string): QuestionView => ({
      language,
      moment,
      revision: 0,
      question: reflectionWords(language).own,
      counted: 'counted',
    }),

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

    /** Kept, without the text; with `rewarded` something of a colleague on the same topic. */
    async saved(
      turn: Turn,
      moment: Moment,
      more: { counted?: Counted; askHow?: boolean; rewarded?: boolean; number?: number | undefined } = {},
    ): Promise<Card> {
      const { askHow = false, rewarded = false, number } = more
      const counts = more.counted ?? (await service.standing(turn, moment.week, moment.sharing))
      const { list, topics, needs } = moment
      const asksTicks = list && counts === 'counted' && !moment.journalOnly
      const shown = rewarded ? await reward(turn, moment.text) : undefined
      return savedCard({
        language: turn.language,
        moment,
        late: counts === 'late',
        askHow,
        ...(asksTicks && { asked: { list, ticked: { topics, needs }[list] ?? [] } }),
        ...(number && { number }),
        ...((await signsIn(moment.text)).mayHurt && { pointer: { named: await adviserOf(moment.tenant) } }),
        ...(shown && { reward: shown }),
      })
    },
  }
}

export type Screens = ReturnType<typeof screens>
