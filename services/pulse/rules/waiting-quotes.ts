import type { PersonId, Random } from '../../core/ports.ts'
import { type Week, weekAfter } from '../../core/time.ts'
import type { Policy } from '../schema.ts'
import type { Quoted } from './contributions.ts'
import { below, shuffled } from './shuffle.ts'
import type { Window } from './windows.ts'

/** A text that its author agreed to show to these readers, not shown yet. */
export interface WaitingQuote {
  /** Stands for its author, so that nobody has two waiting. */
  author: string
  text: string
  /** Whom the author saw by name when agreeing. */
  readers: readonly PersonId[]
  /** For so many windows it is held back still. */
  held: number
  /** In so many windows it could have been shown, and was not. */
  missed: number
}

/** R9: so many windows a quote is held back at most, drawn anew for each: the window then does not tell when it was said. */
const HELD = 1
/** More words would not be read. */
const MOST = 5
/** So many windows a quote waits for others, then it ends unseen. */
const PATIENCE = 2
/** All quotes of a pulse end together. */
const SHOWN_WEEKS = 8

export const quotesEnd = ({ to }: Window): Week => weekAfter(to, SHOWN_WEEKS)

/** R9: takes in what was agreed to in this window. One waits for each author: a second one is for later. */
export function queued(
  waiting: readonly WaitingQuote[],
  quoted: readonly Quoted[],
  { readers, random }: { readers: readonly PersonId[]; random: Random },
): WaitingQuote[] {
  const busy = new Set(waiting.map(({ author }) => author))
  const fresh = quoted.flatMap(({ author, quotes: [text] }): WaitingQuote[] => {
    if (text === undefined || busy.has(author)) return []
    return [{ author, text, readers, held: below(random, HELD + 1), missed: 0 }]
  })
  return [...waiting, ...fresh]
}

/** R9: what can be shown now: held back long enough, and its author saw the names of all who would read it. */
export const readyFor = (readers: readonly PersonId[], waiting: readonly WaitingQuote[]) =>
  waiting.filter(({ held, readers: named }) => held === 0 && readers.every((reader) => named.includes(reader)))

/** R9: three to five, by as many authors, those that waited longest first, in an order that tells nothing. Else none. */
export function drawn(policy: Policy, ready: readonly WaitingQuote[], random: Random): WaitingQuote[] {
  if (policy.quotesPaused || ready.length < policy.quotes) return []
  const longestFirst = shuffled(random, ready).sort((one, other) => other.missed - one.missed)
  return shuffled(random, longestFirst.slice(0, MOST))
}

/** R9: what waits for the next window. A quote that has waited too long ends unseen, and leaves no trace. */
export const stillWaiting = (waiting: readonly WaitingQuote[], shown: readonly WaitingQuote[]): WaitingQuote[] =>
  waiting
    .filter((quote) => !shown.includes(quote))
    .map((quote) => (quote.held > 0 ? { ...quote, held: quote.held - 1 } : { ...quote, missed: quote.missed + 1 }))
    .filter(({ missed }) => missed <= PATIENCE)
