import type { Instant, Language } from '../services/core/ports.ts'
import type { Counted, Moment } from '../services/reflection/moment.ts'
import type { Sharing } from '../services/reflection/schema.ts'
import { commands, typed } from './commands.ts'
import {
  type Button,
  bullets,
  type Card,
  card,
  choice,
  type Element,
  field,
  fitsInField,
  section,
  sentence,
  small,
  text,
  voice,
} from './kit.ts'
import { ticksButton } from './ticks.ts'
import { dateIn, wordsIn } from './words.ts'

/** The longest answer the field takes, in characters; the rule behind it says the same. */
const ANSWER_LIMIT = 1000
const HOWS = ['werk', 'collega', 'netwerkpartner', 'inwoner', 'uitproberen', 'fout', 'training', 'zelf'] as const
const SHARINGS: readonly Sharing[] = ['self', 'pulse', 'colleagues']

export interface QuestionView {
  language: Language
  moment: string
  revision: number
  question: string
  example?: string
  counted: Counted
  /** What was answered before, or what was typed and could not be kept. */
  text?: string
  how?: string
  sharing?: Sharing
  problem?: 'too-long'
  /** It comes less often than every week, for cards that nobody touched. */
  seldom?: boolean
  /** Nobody else will ever read this one, so nothing is asked about it. */
  journalOnly?: boolean
  /** Somebody looks how a question will be: nothing is kept of it. */
  isTrial?: boolean
}

/** Card 01: the weekly question, also when the answer is changed. */
export function questionCard(view: QuestionView): Card {
  const { language, revision } = view
  const { reflection: words, offer } = wordsIn(language)
  const given = view.text && fitsInField(view.text) ? view.text : undefined
  return card({
    language,
    eyebrow: view.isTrial ? words.trial : words.eyebrow,
    title: view.question,
    content: [
      ...(view.problem ? [problem(given ? words.tooLong(ANSWER_LIMIT) : words.tooLongToShow(ANSWER_LIMIT))] : []),
      field({
        id: 'text',
        label: words.answer,
        placeholder: view.example ?? words.example,
        limit: ANSWER_LIMIT,
        // An answer that is changed has no button Later to point at.
        error: revision > 0 ? offer.replyError : words.answerError,
        value: given,
      }),
      howChoice(view),
      ...(view.journalOnly ? [text(words.journalOnly)] : whoReads(view)),
    ],
    note: words.note,
    buttons: view.isTrial ? [] : questionButtons(view),
  })
}

function questionButtons(view: QuestionView): Button[] {
  const { language, moment, revision } = view
  const { reflection: words, free } = wordsIn(language)
  const data = { moment, revision: String(revision) }
  return [
    { title: words.save, verb: 'reflection.answer', data, typed: free.answer },
    ...(revision > 0
      ? [{ title: words.fold, verb: 'reflection.fold', data: { moment }, typed: typed(commands.fold, language) }]
      : notNow(view)),
    { title: words.why, verb: 'reflection.why', data: { moment }, typed: typed(commands.why, language) },
  ]
}

/** Nothing is chosen beforehand; whoever chose may take it back. */
const howChoice = ({ language, how }: QuestionView): Element => {
  const { reflection: words } = wordsIn(language)
  const options = HOWS.map((one) => [one, words.hows[one]] as const)
  return choice({
    id: 'how',
    label: words.how,
    placeholder: words.noHow,
    value: how || undefined,
    options: how ? [...options, ['', words.noHow]] : options,
  })
}

const whoReads = ({ language, sharing, counted }: QuestionView): Element[] => {
  const { reflection: words } = wordsIn(language)
  const options = SHARINGS.map((one) => [one, words.sharings[one]] as const)
  return [
    choice({ id: 'sharing', label: words.sharing, value: sharing ?? 'self', options }),
    small(countedLine(language, counted)),
  ]
}

/** Who is asked seldom need not skip a week: there is a tap back to every week in its place. */
const notNow = ({ language, moment, seldom }: QuestionView): Button[] => {
  const { reflection: words, settings } = wordsIn(language)
  const weekly = { title: settings.weekly, verb: 'reflection.weekly', data: { moment } }
  return [
    { title: words.later, verb: 'reflection.later', data: { moment }, typed: typed(commands.later, language) },
    seldom
      ? { ...weekly, typed: typed(commands.weekly, language) }
      : { title: words.skip, verb: 'reflection.skip', data: { moment }, typed: typed(commands.skip, language) },
  ]
}

const problem = (words: string): Element => ({ ...text(words), color: 'Attention' })

function countedLine(language: Language, counted: Counted): string {
  const lines = wordsIn(language).reflection.counted
  if (counted === 'counted') return lines.counted
  return counted === 'late' ? lines.late : lines.other
}

/** Where the words go, and why this question is asked. */
export function whyCard(language: Language, moment: string, why: string): Card {
  const { reflection: words } = wordsIn(language)
  return card({
    language,
    title: words.whyTitle,
    content: [bullets(words.whyPoints), text(words.whyChat), section(words.whyThis), text(why)],
    buttons: [
      { title: words.back, verb: 'reflection.ask', data: { moment }, typed: typed(commands.question, language) },
    ],
  })
}

export interface SavedView {
  language: Language
  moment: Pick<Moment, 'id' | 'sharing' | 'journalOnly'>
  /** Its place in the journal, where it is not the newest. */
  number?: number
  late: boolean
  askHow?: boolean
  /** One recent item of a colleague on the same topic. */
  reward?: { text: string; by: string }
  /** The words point to harassment or distress. */
  pointer?: boolean
}

/** Card 02: kept. The text itself is not repeated, for Teams keeps copies of cards. */
export function savedCard({ language, moment, number, late, askHow, reward, pointer }: SavedView): Card {
  const { reflection: words, care } = wordsIn(language)
  return card({
    language,
    title: words.saved[moment.sharing],
    content: [
      ...(late ? [text(words.savedLate)] : []),
      ...(moment.sharing === 'pulse' ? [text(words.savedPulse)] : []),
      ...(askHow ? [text(words.askHow)] : []),
      ...(pointer ? [sentence(care.pointer, care.pointerText)] : []),
      ...(reward ? [section(words.reward), voice(reward.text, { by: reward.by, quoted: true })] : []),
    ],
    buttons: [
      // Ticks of an answer that came late count in no pulse, nor do those of one for its author alone.
      ...(late || moment.journalOnly ? [] : [ticksButton(language, moment.id)]),
      {
        title: words.view,
        verb: 'reflection.view',
        data: { moment: moment.id },
        typed: typed(commands.view, language, number),
      },
      {
        title: words.remove,
        verb: 'reflection.remove',
        data: { moment: moment.id },
        typed: typed(commands.remove, language, number),
      },
    ],
  })
}

export const changedMeanwhileCard = (language: Language): Card =>
  card({ language, title: wordsIn(language).reflection.changedMeanwhile })

/** `again` is absent when the week is over before the next working day. */
export function laterCard(language: Language, again?: Instant): Card {
  const { reflection: words } = wordsIn(language)
  const title = again ? words.laterTitle(dateIn(language, again)) : words.laterWeekOver
  return card({ language, title, content: [text(words.laterHow)] })
}

export const skippedCard = (language: Language): Card => card({ language, title: wordsIn(language).reflection.skipped })

export function noQuestionCard(language: Language): Card {
  const { reflection: words } = wordsIn(language)
  return card({ language, title: words.noQuestion, content: [text(words.noQuestionText)] })
}
