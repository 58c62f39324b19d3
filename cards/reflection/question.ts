import type { How } from '../../services/core/how.ts'
import type { Instant, Language } from '../../services/core/ports.ts'
import type { Counted } from '../../services/reflection/moment.ts'
import type { Sharing } from '../../services/reflection/schema.ts'
import type { RunningLine } from '../../services/running/running.ts'
import {
  atStart,
  type Button,
  box,
  type Card,
  card,
  choice,
  type Element,
  field,
  fitsInField,
  sentence,
  shortened,
  small,
  text,
  voice,
} from '../kit/card.ts'
import { commands, typed } from '../kit/commands.ts'
import { commonWords } from '../kit/common-words.ts'
import { dateIn } from '../kit/dates.ts'
import { unfolding } from '../kit/rows.ts'
import { runningWords } from '../running/words.ts'
import { settingsWords } from '../settings/words.ts'
import { reflectionWords } from './question-words.ts'

/** The longest answer the field takes, in characters; the rule behind it says the same. */
const ANSWER_LIMIT = 1000
/** In the order of the card; a way that is missing here does not compile. */
const HOWS = Object.keys({
  werk: 0,
  collega: 0,
  netwerkpartner: 0,
  inwoner: 0,
  uitproberen: 0,
  fout: 0,
  training: 0,
  zelf: 0,
} satisfies Record<How, 0>) as How[]
const SHARINGS: readonly Sharing[] = ['self', 'pulse', 'colleagues']

/** Tomorrow, or a day of the week: Monday is 1. */
export type LaterDay = 'tomorrow' | 1 | 2 | 3 | 4 | 5 | 6 | 7

export interface QuestionView {
  language: Language
  moment: string
  revision: number
  question: string
  example?: string
  /** Why it is asked. */
  why?: string
  counted: Counted
  /** What was answered before, or what was typed and could not be kept. */
  text?: string
  how?: string
  sharing?: Sharing
  problem?: 'too-long' | 'empty'
  /** When a question that is put off now comes again. */
  later?: LaterDay
  /** Stands for the words in the field, where these were typed before and are not kept. */
  draft?: string
  /** It comes less often than every week, for cards that nobody touched. */
  seldom?: boolean
  /** Nobody else will ever read this one, so nothing is asked about it. */
  journalOnly?: boolean
  /** Somebody looks how a question will be: nothing is kept of it. */
  isTrial?: boolean
}

/** Card 01: the weekly question, also when the answer is changed. */
export function questionCard(view: QuestionView): Card {
  const { language } = view
  const words = reflectionWords(language)
  const given = view.text && fitsInField(view.text) ? view.text : undefined
  return card({
    language,
    eyebrow: view.isTrial ? words.trial : words.eyebrow,
    title: view.question,
    content: [
      ...problemOf(view, given !== undefined),
      ...(view.draft ? [text(words.unsaved)] : []),
      field({
        id: 'text',
        label: words.answer,
        placeholder: view.example ?? words.example,
        limit: ANSWER_LIMIT,
        value: given,
      }),
      howChoice(view),
      ...(view.journalOnly ? [text(words.journalOnly)] : whoReads(view)),
      ...(view.journalOnly ? [] : unfolding(language, 'who-reads', words.whoReads, box(explained(view)))),
    ],
    note: words.note,
    buttons: view.isTrial ? [] : questionButtons(view),
  })
}

function questionButtons(view: QuestionView): Button[] {
  const { language, revision } = view
  const words = reflectionWords(language)
  const { free } = commonWords(language)
  const beside = besideOf(view)
  const data = { ...beside, revision: String(revision) }
  return [
    { title: words.save, verb: 'reflection.answer', data, typed: free.answer },
    ...(revision > 0
      ? [
          {
            title: words.fold,
            verb: 'reflection.fold',
            data: beside,
            carries: true,
            typed: typed(commands.fold, language),
          },
        ]
      : notNow(view)),
  ]
}

/** Nothing is chosen beforehand. A person who chose may take it back. */
const howChoice = ({ language, how }: QuestionView): Element => {
  const words = reflectionWords(language)
  const options = HOWS.map((one) => [one, words.hows[one]] as const)
  return choice({
    id: 'how',
    label: words.how,
    placeholder: words.chooseHow,
    value: how || undefined,
    options: how ? [...options, ['', words.noHow]] : options,
  })
}

const whoReads = ({ language, sharing, counted }: QuestionView): Element[] => {
  const words = reflectionWords(language)
  const options = SHARINGS.map((one) => [one, words.sharings[one]] as const)
  return [
    choice({ id: 'sharing', label: words.sharing, value: sharing ?? 'self', options }),
    small(countedLine(language, counted)),
  ]
}

/** Who is asked seldom need not skip a week: there is a tap back to every week in its place. */
const notNow = (view: QuestionView): Button[] => {
  const { language, seldom } = view
  const words = reflectionWords(language)
  const settings = settingsWords(language)
  const data = besideOf(view)
  const later = view.later ?? 'tomorrow'
  const day = later === 'tomorrow' ? words.tomorrow : atStart(settings.days[later - 1] ?? '')
  const weekly = { title: settings.weekly, verb: 'reflection.weekly', data, carries: true }
  return [
    { title: day, verb: 'reflection.later', data, carries: true, typed: typed(commands.later, language) },
    seldom
      ? { ...weekly, typed: typed(commands.weekly, language) }
      : { title: words.skip, verb: 'reflection.skip', data, carries: true, typed: typed(commands.skip, language) },
  ]
}

/** What is typed is about this moment, and about these words where the card showed some that are not kept. */
const besideOf = ({ moment, draft }: QuestionView): Record<string, string> => ({ moment, ...(draft && { draft }) })

function problemOf({ language, problem }: QuestionView, isShown: boolean): Element[] {
  const words = reflectionWords(language)
  if (!problem) return []
  const tooLong = isShown ? words.tooLong(ANSWER_LIMIT) : words.tooLongToShow(ANSWER_LIMIT)
  return [{ ...text(problem === 'empty' ? words.answerError : tooLong), color: 'Attention' }]
}

function countedLine(language: Language, counted: Counted): string {
  const lines = reflectionWords(language).counted
  if (counted === 'counted') return lines.counted
  return counted === 'late' ? lines.late : lines.other
}

/** Where the words go, and why this question is asked. */
function explained({ language, why }: Pick<QuestionView, 'language' | 'why'>): Element[] {
  const words = reflectionWords(language)
  return [
    ...words.whyPoints.map(([who = '', what = '']) => sentence(who, what)),
    text(words.whyChat),
    ...(why ? [sentence(words.whyThis, why)] : []),
  ]
}

/** The same as a card of its own, for who types it. */
export function whyCard(language: Language, moment: string, why: string): Card {
  const words = reflectionWords(language)
  return card({
    language,
    title: words.whyTitle,
    content: explained({ language, why }),
    buttons: [
      { title: words.back, verb: 'reflection.ask', data: { moment }, typed: typed(commands.question, language) },
    ],
  })
}

export interface LaterView {
  /** Absent when the question of the next week comes by then. */
  again?: Instant
  /** The words that were typed and are not kept as an answer. */
  left?: string | undefined
}

export function laterCard(language: Language, { again, left }: LaterView = {}): Card {
  const words = reflectionWords(language)
  const title = again ? words.laterTitle(dateIn(language, again)) : words.laterNewQuestion
  return card({ language, title, content: [...leftWords(language, left), text(words.laterHow)] })
}

export function skippedCard(language: Language, left?: string): Card {
  const words = reflectionWords(language)
  const content = left ? [...leftWords(language, left), text(words.laterHow)] : []
  return card({ language, title: words.skipped, content })
}

/** Enough to see which words these are; the card of the question has them whole. */
const LEFT_SHOWN = 300

const leftWords = (language: Language, left: string | undefined): Element[] =>
  left ? [text(reflectionWords(language).left), voice(shortened(left, LEFT_SHOWN))] : []

export function noQuestionCard(language: Language): Card {
  const words = reflectionWords(language)
  return card({ language, title: words.noQuestion, content: [text(words.noQuestionText)] })
}

/** The question of the week, as long as it is not answered. */
export const questionLine = (language: Language, question: string, until: Instant): RunningLine => ({
  turn: 'yours',
  what: question,
  about: runningWords(language).weekly.about,
  until,
  opens: { verb: 'reflection.ask', data: {} },
  page: 'mijn-leren',
  here: 'question',
})
