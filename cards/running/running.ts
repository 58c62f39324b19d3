import type { Language } from '../../services/core/ports.ts'
import type { Running, RunningLine } from '../../services/running/running.ts'
import { type Card, card, type Element, onOneLine, row, section, shortened, text } from '../kit/card.ts'
import { commands, typed } from '../kit/commands.ts'
import { dayIn, leafIn } from '../kit/dates.ts'
import { runningWords } from './words.ts'

/** So many things on one card: with more it is too high for a phone. */
export const MOST_ROWS = 5
/** In characters: a row has one line for what it is about. */
const ABOUT = 90

/**
 * Card 13: what waits for somebody, and what they wait for; `wanted` is the place of the first one, counted from 0. Where there
 * is nothing at that place any more the card begins with the first, and does not say that nothing waits.
 */
export function runningCard(language: Language, running: Running, wanted = 0): Card {
  const words = runningWords(language)
  const all = [...running.yours, ...running.others]
  const from = wanted < all.length ? wanted : 0
  const shown = all.slice(from, from + MOST_ROWS)
  if (shown.length === 0) return emptyCard(language)
  const rest = from + MOST_ROWS
  const part = (title: string, lines: readonly RunningLine[]): Element[] => {
    const own = shown.filter((line) => lines.includes(line))
    return own.length === 0
      ? []
      : [section(title), ...own.map((line, place) => ({ ...rowOf(language, line), ...(place > 0 && SEPARATED) }))]
  }
  return card({
    language,
    title: words.title,
    content: [...part(words.yours, running.yours), ...part(words.others, running.others)],
    equal: true,
    buttons:
      rest < all.length
        ? [
            {
              title: words.more,
              verb: 'running.show',
              data: { from: String(rest) },
              typed: typedNumber(language, rest),
            },
          ]
        : [],
    rows: shown.map((_, place) => typed(commands.running, language, from + place + 1)),
  })
}

const SEPARATED = { separator: true }

const typedNumber = (language: Language, from: number) =>
  typed(commands.running, language, `${runningWords(language).from} ${from + 1}`)

function emptyCard(language: Language): Card {
  const words = runningWords(language)
  return card({
    language,
    title: words.none,
    content: [text(words.noneText)],
    buttons: [{ title: words.question, verb: 'reflection.ask', typed: typed(commands.question, language) }],
    equal: true,
  })
}

function rowOf(language: Language, { holder, what, about, until, opens }: RunningLine): Element {
  const words = runningWords(language)
  const shown = shortened(onOneLine(about), ABOUT)
  const day = until && words.until(dayIn(language, until))
  return row({
    leaf: until ? leafIn(language, until) : undefined,
    who: holder,
    what,
    about: shown,
    name: [[holder, what].filter(Boolean).join(' '), shown, day].filter(Boolean).join(', '),
    press: opens,
  })
}
