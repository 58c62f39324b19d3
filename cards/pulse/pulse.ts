import type { Instant, Language } from '../../services/core/ports.ts'
import type { Rotation } from '../../services/pulse/reading/rotation.ts'
import type { Figure } from '../../services/pulse/rules/figures.ts'
import type { ToldList } from '../../services/pulse/rules/lists.ts'
import { reportButton } from '../care/report.ts'
import {
  type Button,
  type Card,
  card,
  type Element,
  onOneLine,
  run,
  section,
  sentence,
  shortened,
  small,
  text,
  voice,
  voices,
} from '../kit/card.ts'
import { codeInWindow } from '../kit/code.ts'
import { commands, typed } from '../kit/commands.ts'
import { dateIn, dayIn } from '../kit/dates.ts'
import { unfolding } from '../kit/rows.ts'
import { howsIn, namedIn } from './figures.ts'
import { type OrganisationView, organisationLines, organisationPart } from './organisation.ts'
import { organisationWords } from './organisation-words.ts'
import { nextLine, sinceLine } from './rotation.ts'
import { rotationWords } from './rotation-words.ts'
import { pulseWords } from './words.ts'

export interface PulseView {
  language: Language
  id: string
  /** What the block is called. */
  block: string
  /** The first and the last day. */
  from: Instant
  to: Instant
  quotes: readonly string[]
  /** A quote rests after a report: for everybody, or for this reader. */
  rests?: boolean
  figures: readonly Figure[]
  /** Which list it tells; absent for a pulse of 0.1.0, which told all of them. */
  rotation?: Rotation
  /** Who reads it too. */
  others: readonly string[]
  /** Until when an answer is expected; absent when there is one, or nothing to answer. */
  due?: Instant
  answered?: boolean
  /** A team that manages itself reads it together. */
  together?: boolean
  /** Asked of this block after the pulse before, and by whom. */
  asked?: { text: string; by: string }
  /** The reader may ask the block something back. */
  mayAsk?: boolean
  /** Whose turn it is, where it is not the reader's own. */
  lead?: string
  organisation: OrganisationView
}

/** Card 06: what people said, in their own words first, and never a number. */
export function pulseCard(view: PulseView): Card {
  const { language, from, to, quotes } = view
  const words = pulseWords(language)
  const organisation = organisationWords(language)
  const said = words[view.together ? 'yours' : 'theirs']
  return card({
    language,
    title: { said: words.title(view.block) },
    content: [
      small(words.period(dayIn(language, from), dayIn(language, to))),
      // What is to be done comes first: who has to answer need not read on to find that out.
      ...(isTurn(view) ? turn(view) : []),
      ...(view.asked ? unfolding(language, 'asked', words.asked, ...askedOf(language, view.asked)) : []),
      section(said.own),
      ...(quotes.length > 0 ? quotesShown(language, quotes, view.asked ? QUOTED / 2 : QUOTED) : [text(words.nothing)]),
      ...(view.rests ? [restsLine(language)] : []),
      // Their own words come first, then the one list that this pulse tells.
      ...ticked(view),
      ...unfolding(language, 'all', organisation.title, ...organisationLines(language, view.organisation)),
      ...(isTurn(view) ? [] : turn(view)),
    ],
    note: words.note,
    buttons: buttons(view),
    equal: !isTurn(view),
  })
}

/** The one list that it tells, folded under its name, and when the next one comes. In 0.1.0 all of them. */
function ticked(view: PulseView): Element[] {
  const { language, figures, rotation } = view
  const words = pulseWords(language)
  const whose = view.together ? 'yours' : 'theirs'
  const said = words[whose]
  const { needs, topics } = namedIn(language, figures)
  const lists: Record<ToldList, { head: string; lines: Element[] }> = {
    needs: { head: said.needs, lines: listed(language, needs) },
    topics: { head: said.topics, lines: listed(language, topics) },
    how: { head: said.hows, lines: hows(view) },
  }
  if (!rotation?.list) {
    const all = [lists.needs, lists.topics, lists.how].flatMap(({ head, lines }) => [section(head), ...lines])
    return unfolding(language, 'ticks', words.ticked, ...all)
  }
  const { head, lines } = lists[rotation.list]
  return [
    ...unfolding(language, 'ticks', head, ...lines, small(sinceLine(language, rotation))),
    small(nextLine(language, rotation, whose)),
  ]
}

const askedOf = (language: Language, { text: words, by }: { text: string; by: string }): Element[] => [
  text(pulseWords(language).askedBefore),
  voice(words, { by }),
]

/** An answer is waited for, and from this reader. */
const isTurn = ({ due, lead }: PulseView) => due !== undefined && lead === undefined

function buttons(view: PulseView): Button[] {
  const { language, id, mayAsk, quotes } = view
  const words = pulseWords(language)
  const data = { pulse: id }
  const code = codeInWindow(id)
  const respond = { title: words.respond, verb: 'pulse.respond', data, typed: typed(commands.respond, language, code) }
  const ask = { title: words.askBack, verb: 'pulse.ask', data, typed: typed(commands.askBack, language, `${code} …`) }
  return [
    ...(isTurn(view) ? [respond] : []),
    ...(mayAsk ? [ask] : []),
    ...(quotes.length > 0 ? [reportButton(language, { pulse: id })] : []),
  ]
}

/** Nobody's in particular: no mark, no date, no order. */
export const quote = (words: string): Element => voice(onOneLine(words), { quoted: true })

/** All of them in one box, also without a mark, a date or an order. */
export const quotesBox = (quotes: readonly string[]): Element => voices(quotes.map(onOneLine))

/** R20: that a quote rests is said in one fixed sentence, the same for every quote and every report. */
export const restsLine = (language: Language): Element => small(pulseWords(language).rests)

/** So many characters of quotes are seen at once on the pulse. */
const QUOTED = 200

/** Whole quotes as long as they fit, at least one; the others unfold below them. */
export function quotesShown(language: Language, quotes: readonly string[], room: number): Element[] {
  const words = pulseWords(language)
  const ends = quotes.map((_, place) => quotes.slice(0, place + 1).join('').length)
  const shown = Math.max(1, ends.filter((end) => end <= room).length)
  const rest = quotes.slice(shown)
  const box = quotesBox(quotes.slice(0, shown))
  return rest.length > 0 ? [box, ...unfolding(language, 'words', words.readAll, quotesBox(rest))] : [box]
}

const listed = (language: Language, found: readonly string[]): Element[] =>
  found.length > 0 ? found.map((one) => run(one)) : [text(pulseWords(language).nothing)]

function hows({ language, figures }: PulseView): Element[] {
  const lines = howsIn(language, figures)
  return (lines.length > 0 ? lines : [pulseWords(language).nothing]).map(text)
}

function turn({ language, due, others, answered, together, lead }: PulseView): Element[] {
  const words = pulseWords(language)
  if (answered) return [{ ...text(words.done), spacing: 'Large' }]
  if (!due) return []
  if (lead !== undefined) return [{ ...run(together ? words.notes(lead) : words.leads(lead)), spacing: 'Large' }]
  const date = dateIn(language, due)
  const asked = together ? sentence(words.noting, words.notingText(date)) : sentence(words.turn, words.turnText(date))
  const along = others.length > 0 && !together
  return [
    { ...asked, spacing: 'Large' },
    ...(along ? [run(words.together(others.join(', ')), { size: 'Small', isSubtle: true })] : []),
  ]
}

/** Card 11: the same words for every cause, with something useful to do. */
export function withheldCard(
  { language, block, from, to, rotation }: Pick<PulseView, 'language' | 'block' | 'from' | 'to' | 'rotation'>,
  organisation: OrganisationView,
): Card {
  const words = pulseWords(language)
  const { title, text: why } = withheldIn(language, rotation)
  return card({
    language,
    title,
    content: [
      run(block, { isSubtle: true }),
      small(words.period(dayIn(language, from), dayIn(language, to))),
      text(why),
      ...(rotation ? [text(nextLine(language, rotation, 'theirs'))] : []),
      sentence(words.instead, words.insteadText),
      ...organisationPart(language, organisation),
    ],
  })
}

/** A window that tells no list tells it of none, and says so. */
export function withheldIn(language: Language, rotation: Rotation | undefined): { title: string; text: string } {
  const [words, turns] = [pulseWords(language), rotationWords(language)]
  const isUntold = rotation !== undefined && rotation.list === undefined
  return isUntold
    ? { title: turns.untold, text: turns.untoldText }
    : { title: words.withheld, text: words.withheldText }
}

/** Who reads several blocks chooses one. Whether its pulse came shows only when it is opened. */
export function whichPulseCard(
  language: Language,
  pulses: readonly { id: string; block: string; from: Instant; to: Instant }[],
  act: { verb: string; data?: Record<string, string>; typed(code: string): string },
): Card {
  const words = pulseWords(language)
  return card({
    language,
    title: words.which,
    content: pulses.map(({ block, from, to }) => run(words.ofBlock(block, dayIn(language, from), dayIn(language, to)))),
    buttons: pulses.map(({ id, block }) => ({
      title: shortened(block, BUTTON),
      verb: act.verb,
      data: { ...act.data, pulse: id },
      typed: act.typed(codeInWindow(id)),
    })),
    equal: true,
  })
}

/** The longest text on a button, in characters. */
const BUTTON = 24

export function noPulseCard(language: Language, organisation: OrganisationView): Card {
  const words = pulseWords(language)
  return card({
    language,
    title: words.none,
    content: [text(words.noneText), ...organisationPart(language, organisation)],
  })
}
