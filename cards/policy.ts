import type { Instant, Language } from '../services/core/ports.ts'
import type { Policy } from '../services/pulse/schema.ts'
import { bullets, type Card, card, section, small, text } from './kit.ts'
import { fullDateIn, wordsIn } from './words.ts'

/** What was chosen at some moment. */
export interface PolicyChoice {
  at: Instant
  chosen: Partial<Policy>
}

/** More would make a long card; the operator has the whole list. */
const MOST = 5

/** What holds for the pulse, and every change of it: for whoever wants to check the rules. */
export function policyCard(language: Language, policy: Policy | undefined, log: readonly PolicyChoice[]): Card {
  const { policy: words } = wordsIn(language)
  const last = log.slice(-MOST).reverse()
  return card({
    language,
    title: words.title,
    content: [
      ...(policy ? [bullets(linesOf(language, policy))] : [text(words.broken)]),
      section(words.changes),
      ...(last.length > 0 ? last.flatMap((one) => choice(language, one)) : [text(words.unchanged)]),
      ...(log.length > MOST ? [small(words.more(log.length - MOST))] : []),
    ],
    note: words.note,
  })
}

const choice = (language: Language, { at, chosen }: PolicyChoice) => [
  small(fullDateIn(language, at)),
  bullets(linesOf(language, chosen)),
]

/** What is chosen, a line for each rule. */
export function linesOf(
  language: Language,
  { k, topic, quotes, cadence, paused, quotesPaused, decides }: Partial<Policy>,
): string[] {
  const { policy: words, council } = wordsIn(language)
  return [
    ...(paused === undefined ? [] : [paused ? council.pulses.off : council.pulses.on]),
    ...(k === undefined ? [] : [words.k(k)]),
    ...(topic === undefined ? [] : [words.topic(topic)]),
    ...(quotes === undefined ? [] : [words.quotes(quotes)]),
    ...(cadence === undefined ? [] : [words.cadences[cadence]]),
    ...(decides === undefined ? [] : [words.decides[decides]]),
    ...(quotesPaused === undefined ? [] : [quotesPaused ? words.paused : words.notPaused]),
  ]
}
