import type { Instant, Language } from '../services/core/ports.ts'
import { decidedPoints, type PointView } from './decision.ts'
import { type Card, card, type Element, small, text } from './kit.ts'
import { quote } from './pulse.ts'
import { dayIn, wordsIn } from './words.ts'

/** One quote of the person who asks. */
export type QuoteView =
  | { kind: 'waits' | 'ended' }
  | {
      kind: 'shown'
      text: string
      from: Instant
      to: Instant
      decisions: { by: string; points: readonly PointView[] }[]
    }

/** From somebody's own words to what was decided on them. For its author alone, at their own request. */
export function trailCard(language: Language, quotes: readonly QuoteView[]): Card {
  const { trail: words } = wordsIn(language)
  if (quotes.length === 0) return card({ language, title: words.none, content: [text(words.noneText)] })
  return card({
    language,
    title: words.title,
    content: quotes.flatMap((one) => traced(language, one)),
    note: words.only,
  })
}

function traced(language: Language, one: QuoteView): Element[] {
  const { trail: words } = wordsIn(language)
  if (one.kind !== 'shown') return [text(words[one.kind])]
  const answers = one.decisions.flatMap(({ by, points }) => decidedPoints(language, by, points))
  return [
    small(words.shown(dayIn(language, one.from), dayIn(language, one.to))),
    quote(one.text),
    ...(answers.length > 0 ? answers : [text(words.unanswered)]),
  ]
}
