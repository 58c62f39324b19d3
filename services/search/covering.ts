import { type Asked, rarity, type Sought } from './asked.ts'
import type { Postings } from './postings.ts'

/** What a document has of a question. */
export interface Covered {
  /** The words that matched, as the question has them, the most telling first. */
  words: string[]
  /** Whether it has enough of the question to be shown as being about it. */
  enough: boolean
}

/**
 * It is enough when it covers a third of what the question weighs. A long question holds many words that no
 * answer repeats, so a little more than the rarest word there can be (that is: two telling words) will also do.
 */
const ENOUGH_SHARE = 0.33
const ENOUGH_RARE_WORDS = 1.25
/** A word of which less than half is there is no reason to name, unless it is all there is. */
const TELLING = 0.5

/** How much of a thing sought is in the document at hand. */
type Best = Map<Sought, number>

/** Tells for one question after another document what it has. */
export function covering(postings: Postings, asked: readonly Asked[]): (document: number) => Covered {
  const total = asked.reduce((sum, { whole }) => sum + whole.rarity, 0)
  const floor = Math.min(ENOUGH_SHARE * total, ENOUGH_RARE_WORDS * rarity(1, postings.size))
  const standsFor = new Map<number, { of: Sought; worth: number }[]>()
  for (const of of asked.flatMap(({ whole, parts }) => [whole, ...parts]))
    for (const { term, worth } of of.variants) standsFor.set(term, [...(standsFor.get(term) ?? []), { of, worth }])
  const best: Best = new Map()
  return (document) => {
    best.clear()
    postings.eachOf(document, (term) => {
      for (const { of, worth } of standsFor.get(term) ?? []) best.set(of, Math.max(best.get(of) ?? 0, worth))
    })
    const covered = asked.flatMap((one) => coverOf(one, best))
    const weight = covered.reduce((sum, one) => sum + one.weight, 0)
    const [first, ...others] = covered.sort((a, b) => b.weight - a.weight)
    const telling = others.filter(({ worth }) => worth >= TELLING)
    return { words: (first ? [first, ...telling] : []).map(({ word }) => word), enough: weight >= floor }
  }
}

/**
 * The word itself where most of it is there; else its best part, which is all that may be said of the document. What is half
 * there counts for a quarter: one of two parts, or a word that only looks like it, is more often about something else.
 */
function coverOf({ whole, parts }: Asked, best: Best): { word: string; weight: number; worth: number }[] {
  const own = best.get(whole) ?? 0
  const inParts = parts.map((part) => ({ word: part.word, worth: part.weight * (best.get(part) ?? 0) }))
  const together = inParts.reduce((all, { worth }) => all + worth, 0)
  const worth = Math.max(own, Math.min(1, together))
  if (worth === 0) return []
  const [shown = whole] = own >= together || together >= 1 ? [] : inParts.sort((a, b) => b.worth - a.worth)
  return [{ word: shown.word, weight: whole.rarity * worth ** 2, worth }]
}
