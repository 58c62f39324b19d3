import type { Instant, Language } from '../../services/core/ports.ts'
import { type Button, type Card, card, type Element, small, text } from '../kit/card.ts'
import { codeOf } from '../kit/code.ts'
import { commands, typed } from '../kit/commands.ts'
import { dateIn, dayIn } from '../kit/dates.ts'
import { decidedPoints, type PointView } from './decision.ts'
import { quote } from './pulse.ts'
import { trailWords } from './trail-words.ts'

/** One quote of the person who asks. */
export type QuoteView =
  | { kind: 'ended' }
  | { kind: 'waits'; moment: string; text: string; from?: Instant }
  | {
      kind: 'shown'
      text: string
      from: Instant
      to: Instant
      decisions: { by: string; points: readonly PointView[] }[]
    }

/** From somebody's own words to what was decided on them. For its author alone, at their own request. */
export function trailCard(language: Language, quotes: readonly QuoteView[]): Card {
  const words = trailWords(language)
  if (quotes.length === 0) return card({ language, title: words.none, content: [text(words.noneText)] })
  return card({
    language,
    title: words.title,
    content: quotes.flatMap((one) => traced(language, one)),
    note: words.only,
    buttons: quotes.flatMap((one) => (one.kind === 'waits' ? [backButton(language, one.moment)] : [])),
  })
}

const backButton = (language: Language, moment: string): Button => ({
  title: trailWords(language).takeBack,
  verb: 'pulse.quote-back',
  data: { moment },
  typed: typed(commands.quoteBack, language, codeOf(moment)),
})

/** It waits no more. */
export function quoteBackCard(language: Language): Card {
  const words = trailWords(language)
  return card({ language, title: words.back, content: [text(words.backText)] })
}

function traced(language: Language, one: QuoteView): Element[] {
  const words = trailWords(language)
  if (one.kind === 'ended') return [text(words.ended)]
  if (one.kind === 'waits')
    return [text(words.waits), quote(one.text), ...(one.from ? [small(words.from(dateIn(language, one.from)))] : [])]
  const answers = one.decisions.flatMap(({ by, points }) => decidedPoints(language, by, points))
  return [
    small(words.shown(dayIn(language, one.from), dayIn(language, one.to))),
    quote(one.text),
    ...(answers.length > 0 ? answers : [text(words.unanswered)]),
  ]
}
