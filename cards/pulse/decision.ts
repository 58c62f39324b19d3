import type { Instant, Language } from '../../services/core/ports.ts'
import type { Decision } from '../../services/pulse/answer/documents.ts'
import type { Point } from '../../services/pulse/answer/points.ts'
import type { RatingKind } from '../../services/pulse/answer/response-schema.ts'
import type { Rotation } from '../../services/pulse/reading/rotation.ts'
import {
  atStart,
  type Button,
  type Card,
  card,
  type Element,
  run,
  section,
  sentence,
  small,
  text,
} from '../kit/card.ts'
import { codeInWindow } from '../kit/code.ts'
import { commands, typed } from '../kit/commands.ts'
import { commonWords } from '../kit/common-words.ts'
import { dateIn, dayIn } from '../kit/dates.ts'
import { unfolding } from '../kit/rows.ts'
import { tickIn, wayIn } from './figures.ts'
import { quotesShown, restsLine } from './pulse.ts'
import { responseWords } from './response-words.ts'
import { nextLine } from './rotation.ts'

/** What quotes get: words, and no verdict. */
const REPLY = 'antwoord'
/** So many characters of quotes are seen at once: what was decided matters most here. */
const QUOTED = 170
const isWords = ({ kind }: Point) => kind === 'words'

/** What a point is called: the person who decides reads of "them", the one who said it reads of "you". */
export function pointIn(language: Language, { kind, words: said = '' }: Point, to: 'points' | 'yours'): string {
  const words = responseWords(language)[to]
  if (kind === 'words') return words.words
  return kind === 'how' ? words.how(wayIn(language, said)) : atStart(tickIn(language, said))
}

/** A point as the block reads it. */
export interface PointView {
  point: Point
  noted: Omit<Decision['points'][number]['noted'], 'owner'>
  /** By name, and whether they said themselves that it is right. */
  owner?: { name: string; sure: boolean }
}

export interface DecisionView {
  language: Language
  /** The first and the last day. */
  from: Instant
  to: Instant
  quotes: readonly string[]
  /** A quote rests after a report. */
  rests?: boolean
  by: string
  points: readonly PointView[]
  /** Which list the pulse told; absent for one of 0.1.0, which told all of them. */
  rotation?: Rotation
  /** It is not what was sent: that is shown beside it, where it can still be found. */
  altered?: { sent?: readonly PointView[] }
}

/** Card 08 before it is sent: exactly as the block will read it. */
export function previewCard(view: DecisionView, pulse: string, seen: string): Card {
  const { language } = view
  const words = responseWords(language)
  const code = codeInWindow(pulse)
  return card({
    language,
    eyebrow: words.preview,
    title: titleOf(view),
    content: decided(view),
    buttons: [
      {
        title: words.send,
        verb: 'pulse.send',
        data: { pulse, seen },
        typed: typed(commands.sendDecision, language, code),
      },
      {
        title: words.change,
        verb: 'pulse.change',
        data: { pulse },
        typed: typed(commands.changeDecision, language, code),
      },
    ],
  })
}

/** Card 08: what was said, and under it what was decided, word for word. */
export function decisionCard(view: DecisionView, decision: string): Card {
  const { language, from, to } = view
  const words = responseWords(language)
  // Nobody is asked about words that are not the ones that were sent.
  const isAsked = !view.altered && !view.points.every(isOutcome)
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
    content: [...decided(view), ...nextOf(view), ...(isAsked ? [section(words.recognise)] : [])],
    equal: true,
    buttons: !isAsked
      ? []
      : [
          rate('ja', commands.recognised),
          rate('beetje', commands.recognisedPartly),
          rate('nee', commands.recognisedNot),
        ],
  })
}

/** What came of the list is above; who spoke also reads when they are asked about next. */
const nextOf = ({ language, rotation, points }: DecisionView): Element[] =>
  rotation && !points.every(isOutcome) ? [small(nextLine(language, rotation, 'yours'))] : []

function titleOf({ language, points }: DecisionView): string {
  const words = responseWords(language)
  if (points.every(isOutcome)) return words.outcome.title
  const isRefused = points.every(({ noted }) => noted.decision === 'niet' || noted.decision === REPLY)
  return isRefused ? words.refusedTitle : words.title
}

/** What came of a promise: no answer to what somebody said, so nobody is asked whether they recognise it. */
const isOutcome = ({ noted }: PointView) => noted.decision === 'gedaan' || noted.decision === 'nog-niet'

function decided({ language, quotes, rests, by, points, altered }: DecisionView): Element[] {
  const words = responseWords(language)
  const author: Element = { ...run(words.by(by), { weight: 'Bolder' }), spacing: 'Large' }
  if (!altered) return together({ language, quotes, by, points, ...(rests && { rests }) })
  const read = points.flatMap((one) => pointOf(language, one))
  // Both texts, and no quotes beside them: there would be no room on the card.
  const { sent } = altered
  const before = sent ? sent.flatMap((one) => pointOf(language, one)) : [text(words.notFound)]
  const notice = { ...text(words.altered), color: 'Attention' }
  return [notice, author, section(words.asSent), ...before, section(words.asFound), ...read]
}

/** R37: the quotes with what was said to them all, and apart from them the points. Where the quotes were not answered none is shown. */
function together({
  language,
  quotes,
  rests,
  by,
  points,
}: Pick<DecisionView, 'language' | 'quotes' | 'rests' | 'by' | 'points'>) {
  const words = responseWords(language)
  const author: Element = { ...run(words.by(by), { weight: 'Bolder' }), spacing: 'Medium' }
  const replied = points.filter(({ point }) => isWords(point))
  const decided = points.filter(({ point }) => !isWords(point))
  const isShown = replied.some((one) => !isOutcome(one)) && quotes.length > 0
  const own = isShown ? [section(words.own), ...quotesShown(language, quotes, QUOTED)] : []
  // Also where none is left: a quote that is not there is seen to be away.
  const away = rests && replied.some((one) => !isOutcome(one)) ? [restsLine(language)] : []
  return [
    ...own,
    ...away,
    author,
    ...replied.flatMap((one) => pointOf(language, one)),
    ...(replied.length > 0 && decided.length > 0 ? [section(words.ticked)] : []),
    ...decided.flatMap((one) => pointOf(language, one)),
  ]
}

/**
 * What was decided for somebody, newest first, to be read back: the points, and never a quote beside them (R37). The newest
 * is read at once; those before it unfold.
 * @param older the place of the first one that is not on this card, counted from 0
 */
export function decisionsCard(language: Language, decisions: readonly DecisionView[], older?: number): Card {
  const words = responseWords(language)
  if (decisions.length === 0)
    return card({ language, title: words.noneDecided, content: [text(words.noneDecidedText)] })
  return card({
    language,
    title: words.title,
    content: decisions.flatMap(({ from, to, by, points, altered }, place) => {
      const title = words.decided(dayIn(language, from), dayIn(language, to))
      const all: Element[] = [
        ...(altered ? [{ ...text(words.altered), color: 'Attention' }] : []),
        ...decidedPoints(language, by, points),
      ]
      // What is not as it was sent is seen at once.
      const isOpen = place === 0 || altered !== undefined
      return isOpen ? [section(title), ...all] : unfolding(language, `decision-${place + 1}`, title, ...all)
    }),
    note: words.promises,
    buttons:
      older === undefined
        ? []
        : [
            {
              title: words.older,
              verb: 'pulse.decisions',
              data: { from: String(older) },
              typed: typed(commands.decisions, language, older + 1),
            },
          ],
    equal: true,
  })
}

/** What was decided, without anything around it. */
export const decidedPoints = (language: Language, by: string, points: readonly PointView[]): Element[] => [
  { ...run(responseWords(language).by(by), { weight: 'Bolder' }), spacing: 'Large' },
  ...points.flatMap((one) => pointOf(language, one)),
]

function pointOf(language: Language, { point, noted, owner }: PointView): Element[] {
  const words = responseWords(language)
  const { decision, reason, hears } = noted
  const asks = decision === 'doorgeven' ? words.asksOver : words.asksOwner
  const day = hears && dateIn(language, `${hears}T12:00:00.000Z`)
  const after = [owner ? (owner.sure ? words.takes : asks)(owner.name) : '', day ? words.more(day) : ''].filter(
    (line) => line !== '',
  )
  return [
    { ...run(pointIn(language, point, 'yours'), { isSubtle: true }), spacing: 'Medium' },
    decision === REPLY ? run(reason) : { ...sentence(words.says[decision], reason), spacing: 'Small' },
    ...(after.length > 0 ? [run(after.join(' '), { size: 'Small', isSubtle: true })] : []),
  ]
}

/** Ten working days went by: the people who spoke are told so, without a guess why. */
export function missingCard(
  language: Language,
  from: Instant,
  to: Instant,
  names: readonly string[],
  what: 'answer' | 'outcome',
): Card {
  const words = responseWords(language)
  const { anonymous } = commonWords(language)
  return card({
    language,
    eyebrow: words.decided(dayIn(language, from), dayIn(language, to)),
    title: { said: words.missing(names.join(', ') || anonymous) },
    content: [text(what === 'answer' ? words.missingText : words.outcome.missingText)],
  })
}

export function ratedCard(language: Language): Card {
  const words = responseWords(language)
  return card({ language, title: words.rated, content: [text(words.ratedText)] })
}

/** To the readers, once: in words, or the same sentence whatever the cause. */
export function recognisedCard(language: Language, amounts: readonly string[]): Card {
  const words = responseWords(language)
  const said = (['ja', 'beetje', 'nee'] as const).flatMap((kind, place) => {
    const amount = words.amounts[amounts[place] as keyof typeof words.amounts]
    return amount ? [`${words.ratings[kind]}: ${amount}.`] : []
  })
  return card({ language, title: words.recognised, content: (said.length > 0 ? said : [words.nothing]).map(text) })
}
