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

/** A word of the question, and where it and its parts stand in what is laid beside a document. */
interface Laid extends Asked {
  at: number
}

/** Tells for one question after another document what it has. */
export function covering(postings: Postings, asked: readonly Asked[]): (document: number) => Covered {
  const total = asked.reduce((sum, { whole }) => sum + whole.rarity, 0)
  const floor = Math.min(ENOUGH_SHARE * total, ENOUGH_RARE_WORDS * rarity(1, postings.size))
  const sought: Sought[] = []
  const laid = asked.map(({ whole, parts }): Laid => {
    const at = sought.push(whole, ...parts) - 1 - parts.length
    return { whole, parts, at }
  })
  const standsFor = new Map<number, { place: number; worth: number }[]>()
  for (const [place, { variants }] of sought.entries())
    for (const { term, worth } of variants) {
      const others = standsFor.get(term)
      if (others) others.push({ place, worth })
      else standsFor.set(term, [{ place, worth }])
    }
  /** How much of each thing sought is in the document at hand. */
  const best = new Float64Array(sought.length)
  const meet = (term: number) => {
    const known = standsFor.get(term)
    if (known) for (const { place, worth } of known) if (worth > (best[place] as number)) best[place] = worth
  }
  return (document) => {
    best.fill(0)
    postings.eachOf(document, meet)
    const covered: Cover[] = []
    let weight = 0
    for (const one of laid) {
      const cover = coverOf(one, best)
      if (!cover) continue
      covered.push(cover)
      weight += cover.weight
    }
    const [first, ...others] = covered.sort((a, b) => b.weight - a.weight)
    const telling = others.filter(({ worth }) => worth >= TELLING)
    return { words: (first ? [first, ...telling] : []).map(({ word }) => word), enough: weight >= floor }
  }
}

interface Cover {
  word: string
  weight: number
  worth: number
}

/**
 * The word itself where most of it is there; else its best part, which is all that may be said of the document. What is half
 * there counts for a quarter: one of two parts, or a word that only looks like it, is more often about something else.
 */
function coverOf({ whole, parts, at }: Laid, best: Float64Array): Cover | undefined {
  const own = best[at] as number
  if (own === 1) return { word: whole.word, weight: whole.rarity, worth: 1 }
  let together = 0
  let bestPart = { word: whole.word, worth: 0 }
  for (const [place, { word, weight }] of parts.entries()) {
    const worth = weight * (best[at + 1 + place] as number)
    together += worth
    if (worth > bestPart.worth) bestPart = { word, worth }
  }
  const worth = Math.max(own, Math.min(1, together))
  if (worth === 0) return undefined
  const { word } = own >= together || together >= 1 ? whole : bestPart
  return { word, weight: whole.rarity * worth ** 2, worth }
}
