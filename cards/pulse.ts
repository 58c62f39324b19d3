import type { Instant, Language } from '../services/core/ports.ts'
import type { Figure } from '../services/pulse/figures.ts'
import { commands, typed } from './commands.ts'
import { type Card, card, type Element, onOneLine, run, section, sentence, small, text, voice } from './kit.ts'
import { dateIn, dayIn, wordsIn } from './words.ts'

export interface PulseView {
  language: Language
  id: string
  /** What the block is called. */
  block: string
  /** The first and the last day. */
  from: Instant
  to: Instant
  quotes: readonly string[]
  figures: readonly Figure[]
  /** Who reads it too. */
  others: readonly string[]
  /** Until when an answer is expected; absent when there is one, or nothing to answer. */
  due?: Instant
  answered?: boolean
}

/** Card 06: what people said, in their own words first, and never a number. */
export function pulseCard(view: PulseView): Card {
  const { language, id, from, to, quotes } = view
  const { pulse: words } = wordsIn(language)
  return card({
    language,
    title: { said: words.title(view.block) },
    content: [
      small(words.period(dayIn(language, from), dayIn(language, to))),
      section(words.own),
      ...(quotes.length > 0 ? quotes.map(quote) : [text(words.nothing)]),
      section(words.needs),
      ...named(view, 'behoefte of belemmering'),
      section(words.topics),
      ...named(view, 'onderwerp'),
      section(words.hows),
      ...hows(view),
      ...turn(view),
    ],
    note: words.note,
    buttons: view.due
      ? [
          {
            title: words.respond,
            verb: 'pulse.respond',
            data: { pulse: id },
            typed: typed(commands.respond, language),
          },
        ]
      : [],
  })
}

/** Nobody's in particular: no mark, no date, no order. */
export const quote = (words: string): Element => voice(onOneLine(words), { quoted: true })

/** What was named is said as people said it. */
export const namedIn = (figures: readonly Figure[], item: 'behoefte of belemmering' | 'onderwerp'): string[] =>
  figures.filter((one) => one.item.startsWith(`${item}: `)).map((one) => one.item.slice(item.length + 2))

/** How they learned, a sentence for each way. */
export function howsIn(language: Language, figures: readonly Figure[]): string[] {
  const { amounts } = wordsIn(language).pulse
  return figures.flatMap(({ item, shown }) => {
    const amount = amounts[shown as keyof typeof amounts]
    return item.startsWith('hoe: ') && amount ? [`${amount} ${wayIn(language, item.slice(5))}.`] : []
  })
}

function named({ language, figures }: PulseView, item: Parameters<typeof namedIn>[1]): Element[] {
  const found = namedIn(figures, item)
  return found.length > 0 ? found.map((one) => run(one)) : [text(wordsIn(language).pulse.nothing)]
}

function hows({ language, figures }: PulseView): Element[] {
  const lines = howsIn(language, figures)
  return (lines.length > 0 ? lines : [wordsIn(language).pulse.nothing]).map(text)
}

/** A way of learning as a sentence ends with it. */
export function wayIn(language: Language, way: string): string {
  const { ways } = wordsIn(language).pulse
  return ways[way as keyof typeof ways] ?? way
}

function turn({ language, due, others, answered }: PulseView): Element[] {
  const { pulse: words } = wordsIn(language)
  if (answered) return [{ ...text(words.done), spacing: 'Large' }]
  if (!due) return []
  return [
    { ...sentence(words.turn, words.turnText(dateIn(language, due))), spacing: 'Large' },
    ...(others.length > 0 ? [run(words.together(others.join(', ')), { size: 'Small', isSubtle: true })] : []),
  ]
}

/** Card 11: the same words for every cause, with something useful to do. */
export function withheldCard(language: Language, from: Instant, to: Instant): Card {
  const { pulse: words } = wordsIn(language)
  return card({
    language,
    title: words.withheld,
    content: [
      small(words.period(dayIn(language, from), dayIn(language, to))),
      text(words.withheldText),
      sentence(words.instead, words.insteadText),
    ],
  })
}

export function noPulseCard(language: Language): Card {
  const { pulse: words } = wordsIn(language)
  return card({ language, title: words.none, content: [text(words.noneText)] })
}
