import type { Instant, Language } from '../../services/core/ports.ts'
import type { Problem } from '../../services/pulse/answer/noting.ts'
import type { Point } from '../../services/pulse/answer/points.ts'
import type { DecisionKind, NoteInput } from '../../services/pulse/answer/response-schema.ts'
import { barrierWords } from '../barriers/words.ts'
import {
  type Card,
  card,
  type Element,
  field,
  fitsInField,
  onOneLine,
  openChoice,
  run,
  shortened,
  small,
  text,
  voice,
} from '../kit/card.ts'
import { codeInWindow } from '../kit/code.ts'
import { commands, typed } from '../kit/commands.ts'
import { dayIn } from '../kit/dates.ts'
import { ways } from '../kit/rows.ts'
import { pointIn } from './decision.ts'
import { quotesBox, restsLine } from './pulse.ts'
import { responseWords } from './response-words.ts'
import { pulseWords } from './words.ts'

/** The longest reason the field takes, in characters; the rule behind it says the same. */
const REASON_LIMIT = 600
const NAME_LIMIT = 80

export interface NoteView {
  language: Language
  pulse: string
  block: string
  point: Point
  place: number
  /** Which of how many points it is. */
  number: number
  of: number
  /** All of them, above the answer to them and nowhere else. */
  quotes: readonly string[]
  /** A quote rests after a report. */
  rests?: boolean
  due: Instant
  /** What may be decided about it: some of it once. */
  offered: readonly DecisionKind[]
  /** What the block was promised: now it is asked what came of it. */
  promised?: { decision: DecisionKind; reason: string }
  given?: Partial<Pick<NoteInput, 'decision' | 'reason' | 'owner' | 'hears'>>
  problem?: Problem
}

/** Card 07: one point, and what is decided about it; or the quotes, and what is said to them. */
export function noteCard(view: NoteView): Card {
  return view.point.kind === 'words' && !view.promised ? repliedCard(view) : pointCard(view)
}

function repliedCard(view: NoteView): Card {
  const { language, pulse, place, problem, given = {} } = view
  const words = responseWords(language)
  const reason = given.reason && fitsInField(given.reason) ? given.reason : undefined
  return card({
    language,
    eyebrow: words.eyebrowWords(dayIn(language, view.due)),
    title: words.points.words,
    content: [
      ...wordsShown(view),
      text(words.reply.together),
      run(words.everybody(view.block), { size: 'Small', isSubtle: true }),
      ...(problem
        ? [
            {
              ...text(
                problem === 'no-reason' || problem === 'thanks-alone' ? words.reply.error : words.problems[problem],
              ),
              color: 'Attention',
            },
          ]
        : []),
      field({
        id: 'reason',
        label: words.reply.field,
        limit: REASON_LIMIT,
        value: reason,
        placeholder: words.reply.placeholder,
        error: words.reply.error,
      }),
    ],
    buttons: [
      {
        title: words.next,
        verb: 'pulse.note',
        data: { pulse, point: String(place) },
        typed: typed(commands.replyToWords, language, `${codeInWindow(pulse)} …`),
      },
    ],
  })
}

/** So many characters of quotes leave room for the answer on a phone, and so many more does each begin. */
const QUOTES_SHOWN = 330
const QUOTE_BEGINS = 30

/** Whole while they fit; the rest is in the pulse itself. */
function wordsShown({ language, quotes, rests }: NoteView): Element[] {
  const away = rests ? [restsLine(language)] : []
  let room = QUOTES_SHOWN
  const fitting = quotes.filter(({ length }) => {
    room -= length + QUOTE_BEGINS
    return room >= 0
  })
  if (fitting.length === quotes.length) return quotes.length > 0 ? [quotesBox(quotes), ...away] : away
  const [first = ''] = quotes
  const shown = fitting.length > 0 ? fitting : [shortened(onOneLine(first), QUOTES_SHOWN - QUOTE_BEGINS)]
  return [quotesBox(shown), small(responseWords(language).reply.whole), ...away]
}

function pointCard(view: NoteView): Card {
  const { language, pulse, place, number, of, problem, given = {} } = view
  const words = responseWords(language)
  return card({
    language,
    eyebrow: words.eyebrow(number, of, dayIn(language, view.due)),
    title: { said: pointIn(language, view.point, 'points') },
    content: [
      run(words.everybody(view.block), { size: 'Small', isSubtle: true }),
      ...(view.promised ? [voice(view.promised.reason, { head: words.says[view.promised.decision] })] : []),
      ...(problem ? [{ ...text(words.problems[problem]), color: 'Attention' }] : []),
      ...fields(view, given),
    ],
    buttons: [
      {
        title: words.next,
        verb: 'pulse.note',
        data: { pulse, point: String(place) },
        typed: typed(commands.decide, language, `${codeInWindow(pulse)} …`),
      },
    ],
  })
}

function fields(view: NoteView, given: NonNullable<NoteView['given']>): Element[] {
  const words = responseWords(view.language)
  const told = view.promised ? words.outcome : words
  const options = view.offered.map((one) => [one, words.decisions[one]] as const)
  const reason = given.reason && fitsInField(given.reason) ? given.reason : undefined
  const optional = { multiline: false, limit: NAME_LIMIT }
  const owner = { id: 'owner', label: words.owner, value: given.owner, placeholder: words.ownerPlaceholder }
  return [
    openChoice({ id: 'decision', label: told.decision, value: given.decision || undefined, options }),
    field({
      id: 'reason',
      label: told.reason,
      limit: REASON_LIMIT,
      value: reason,
      placeholder: told.reasonPlaceholder,
      error: told.reasonError,
    }),
    ...(view.promised ? [] : [field({ ...optional, ...owner })]),
    field({ ...optional, id: 'hears', label: told.hears, value: given.hears, placeholder: words.hearsPlaceholder }),
  ]
}

/** A point that may be put on the list of barriers, with its place in the decision. */
export interface ListablePoint {
  decision: string
  place: number
  point: Point
}

export function decisionSentCard(language: Language, listable: readonly ListablePoint[] = []): Card {
  const words = responseWords(language)
  const { put } = barrierWords(language)
  const rows = listable.map(({ decision, place, point }) => ({
    title: put,
    about: pointIn(language, point, 'points'),
    named: `${put}: ${pointIn(language, point, 'points')}`,
    verb: 'barrier.point',
    data: { decision, place: String(place) },
    typed: typed(commands.listPoint, language, `${decision} ${place + 1}`),
  }))
  return card({
    language,
    title: words.sent,
    content: [text(words.sentText), ...ways(rows)],
    rows: rows.map((one) => one.typed),
  })
}

export function answeredCard(language: Language): Card {
  const words = responseWords(language)
  return card({ language, title: words.answered, content: [text(words.answeredText)] })
}

/** What is still to be decided is with somebody else. */
export function pointElsewhereCard(language: Language, name: string): Card {
  const words = responseWords(language)
  return card({ language, title: { said: words.elsewhere(name) }, content: [text(words.elsewhereText)] })
}

/** Another reader has the turn. */
export function readsAlongCard(language: Language, name: string): Card {
  const words = responseWords(language)
  return card({ language, title: { said: words.along(name) }, content: [text(words.alongText)] })
}

/** To a reader who owes an answer still, or again. */
export function owedCard(language: Language, pulse: string, why: 'reminded' | 'reopened' | 'outcome'): Card {
  const words = responseWords(language)
  const about = pulseWords(language)
  const respond = { title: about.respond, verb: 'pulse.respond', data: { pulse } }
  return card({
    language,
    title: why === 'outcome' ? words.outcome.asked : words[why],
    content: [text(why === 'outcome' ? words.outcome.askedText : words.waitsText)],
    buttons: [{ ...respond, typed: typed(commands.respond, language, codeInWindow(pulse)) }],
  })
}
