import type { Instant, Language } from '../services/core/ports.ts'
import type { Decision } from '../services/pulse/answers.ts'
import type { Problem } from '../services/pulse/noting.ts'
import type { Point } from '../services/pulse/points.ts'
import type { NoteInput, RatingKind } from '../services/pulse/response-schema.ts'
import { commands, typed } from './commands.ts'
import {
  type Button,
  type Card,
  card,
  type Element,
  field,
  fitsInField,
  openChoice,
  run,
  section,
  sentence,
  text,
} from './kit.ts'
import { quote, wayIn } from './pulse.ts'
import { dateIn, dayIn, wordsIn } from './words.ts'

/** The longest reason the field takes, in characters; the rule behind it says the same. */
const REASON_LIMIT = 600
const NAME_LIMIT = 80
const DECISIONS = ['doen', 'deels', 'niet', 'uitstellen', 'doorgeven'] as const

export interface NoteView {
  language: Language
  pulse: string
  block: string
  point: Point
  place: number
  of: number
  due: Instant
  /** It was postponed before, which is done once. */
  postponed?: boolean
  given?: Partial<Pick<NoteInput, 'decision' | 'reason' | 'owner' | 'hears'>>
  problem?: Problem
}

/** Card 07: one point, and what is decided about it. */
export function noteCard(view: NoteView): Card {
  const { language, pulse, place, of, problem, given = {} } = view
  const { response: words } = wordsIn(language)
  const reason = given.reason && fitsInField(given.reason) ? given.reason : undefined
  const offered = DECISIONS.filter((one) => one !== 'uitstellen' || !view.postponed)
  const options = offered.map((one) => [one, words.decisions[one]] as const)
  const optional = { multiline: false, limit: NAME_LIMIT }
  return card({
    language,
    eyebrow: words.eyebrow(place + 1, of, dayIn(language, view.due)),
    title: { said: pointIn(language, view.point, 'points') },
    content: [
      run(words.everybody(view.block), { size: 'Small', isSubtle: true }),
      ...(problem ? [{ ...text(words.problems[problem]), color: 'Attention' }] : []),
      openChoice({ id: 'decision', label: words.decision, value: given.decision || undefined, options }),
      field({
        ...{ id: 'reason', label: words.reason, limit: REASON_LIMIT, value: reason },
        ...{ placeholder: words.reasonPlaceholder, error: words.reasonError },
      }),
      field({ ...optional, id: 'owner', label: words.owner, value: given.owner }),
      field({ ...optional, id: 'hears', label: words.hears, value: given.hears, placeholder: words.hearsPlaceholder }),
    ],
    buttons: [
      {
        title: words.next,
        verb: 'pulse.note',
        data: { pulse, point: String(place) },
        typed: typed(commands.decide, language, '…'),
      },
    ],
  })
}

/** What a point is called: whoever decides reads of "them", whoever said it of "you". */
export function pointIn(language: Language, { kind, words: said = '' }: Point, to: 'points' | 'yours'): string {
  const words = wordsIn(language).response[to]
  if (kind === 'words') return words.words
  return kind === 'how' ? words.how(wayIn(language, said)) : said
}

export interface DecisionView {
  language: Language
  /** The first and the last day. */
  from: Instant
  to: Instant
  quotes: readonly string[]
  by: string
  points: Decision['points']
  /** It is not what was sent. */
  altered?: boolean
}

/** Card 08 before it is sent: exactly as the block will read it. */
export function previewCard(view: DecisionView, pulse: string, seen: string): Card {
  const { language } = view
  const { response: words } = wordsIn(language)
  return card({
    language,
    eyebrow: words.preview,
    title: titleOf(view),
    content: decided(view),
    buttons: [
      { title: words.send, verb: 'pulse.send', data: { pulse, seen }, typed: typed(commands.sendDecision, language) },
      { title: words.change, verb: 'pulse.change', data: { pulse }, typed: typed(commands.changeDecision, language) },
    ],
  })
}

/** Card 08: what was said, and under it what was decided, word for word. */
export function decisionCard(view: DecisionView, decision: string): Card {
  const { language, from, to } = view
  const { response: words } = wordsIn(language)
  const rate = (rating: RatingKind, command: Parameters<typeof typed>[0]): Button => ({
    title: words.ratings[rating],
    verb: 'pulse.rate',
    data: { decision, rating },
    typed: typed(command, language),
  })
  return card({
    language,
    eyebrow: words.decided(dayIn(language, from), dayIn(language, to)),
    title: titleOf(view),
    // Nobody is asked about words that are not the ones that were sent.
    content: [...decided(view), ...(view.altered ? [] : [section(words.recognise)])],
    equal: true,
    buttons: view.altered
      ? []
      : [
          rate('ja', commands.recognised),
          rate('beetje', commands.recognisedPartly),
          rate('nee', commands.recognisedNot),
        ],
  })
}

function titleOf({ language, points }: DecisionView): string {
  const { response: words } = wordsIn(language)
  const isRefused = points.every(({ noted }) => noted.decision === 'niet')
  return isRefused ? words.refusedTitle : words.title
}

function decided({ language, quotes, by, points, altered }: DecisionView): Element[] {
  const { response: words } = wordsIn(language)
  return [
    ...(altered ? [{ ...text(words.altered), color: 'Attention' }] : []),
    ...(quotes.length > 0 ? [section(words.own), ...quotes.map(quote)] : []),
    { ...run(words.by(by), { weight: 'Bolder' }), spacing: 'Large' },
    ...points.flatMap((one) => pointOf(language, one)),
  ]
}

function pointOf(language: Language, { point, noted }: Decision['points'][number]): Element[] {
  const { response: words } = wordsIn(language)
  const { decision, reason, owner, hears } = noted
  const day = hears && dateIn(language, `${hears}T12:00:00.000Z`)
  const after = [owner ? words.takes(owner) : '', day ? words.more(day) : ''].filter((line) => line !== '')
  return [
    { ...run(pointIn(language, point, 'yours'), { isSubtle: true }), spacing: 'Medium' },
    { ...sentence(words.says[decision], reason), spacing: 'Small' },
    ...after.map((line) => run(line, { size: 'Small', isSubtle: true })),
  ]
}

export function decisionSentCard(language: Language): Card {
  const { response: words } = wordsIn(language)
  return card({ language, title: words.sent, content: [text(words.sentText)] })
}

export function answeredCard(language: Language): Card {
  const { response: words } = wordsIn(language)
  return card({ language, title: words.answered, content: [text(words.answeredText)] })
}

/** To a reader who owes an answer still, or again. */
export function owedCard(language: Language, pulse: string, why: 'reminded' | 'reopened'): Card {
  const { response: words, pulse: about } = wordsIn(language)
  const respond = { title: about.respond, verb: 'pulse.respond', data: { pulse } }
  return card({
    language,
    title: words[why],
    content: [text(words.waitsText)],
    buttons: [{ ...respond, typed: typed(commands.respond, language) }],
  })
}

/** Ten working days went by: whoever spoke is told so, without a guess why. */
export function missingCard(language: Language, from: Instant, to: Instant, names: readonly string[]): Card {
  const { response: words, anonymous } = wordsIn(language)
  return card({
    language,
    eyebrow: words.decided(dayIn(language, from), dayIn(language, to)),
    title: { said: words.missing(names.join(', ') || anonymous) },
    content: [text(words.missingText)],
  })
}

export function ratedCard(language: Language): Card {
  const { response: words } = wordsIn(language)
  return card({ language, title: words.rated, content: [text(words.ratedText)] })
}

/** To the readers, once: in words, or the same sentence whatever the cause. */
export function recognisedCard(language: Language, amounts: readonly string[]): Card {
  const { response: words } = wordsIn(language)
  const said = (['ja', 'beetje', 'nee'] as const).flatMap((kind, place) => {
    const amount = words.amounts[amounts[place] as keyof typeof words.amounts]
    return amount ? [`${words.ratings[kind]}: ${amount}.`] : []
  })
  return card({ language, title: words.recognised, content: (said.length > 0 ? said : [words.nothing]).map(text) })
}
