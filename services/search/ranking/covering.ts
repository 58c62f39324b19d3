import { type Asked, rarity, type Sought } from '../index/asked-terms.ts'
import type { Postings } from '../index/postings.ts'

/** What a document has of a question. */
export interface Covered {
  /** By which words it may be said to be about the question, the most telling first. */
  hits: Hit[]
  /** How much of what the question weighs it covers, 0 to 1. */
  share: number
  /** How many words of the question it has, whole. */
  held: number
}

/** A word of the question, and by which term of the vocabulary the document has it. */
export interface Hit {
  word: string
  term: number
}

/**
 * A long question holds many words that no answer repeats. So it weighs no more than so many of the rarest word there can
 * be, and its everyday words that nothing has do not count.
 */
const MOST_RARE_WORDS = 3.8
const LONG = 5
/** A word of which less than half is there is no reason to name, unless it is all there is. */
const TELLING = 0.5
/** The word itself, or one slip of the hand away. */
const AS_GOOD_AS_WHOLE = 0.9

/** A word of the question, and where it and its parts stand in what is laid beside a document. */
interface Laid extends Asked {
  at: number
}

/** Tells for one question after another document what it has. */
export function covering(postings: Postings, asked: readonly Asked[]): (document: number) => Covered {
  const total = Math.min(weightOf(asked), MOST_RARE_WORDS * rarity(1, postings.size))
  const sought: Sought[] = []
  const laid = asked.map(({ whole, parts, isCommon }): Laid => {
    const at = sought.push(whole, ...parts) - 1 - parts.length
    return { whole, parts, isCommon, at }
  })
  const standsFor = new Map<number, { place: number; worth: number }[]>()
  for (const [place, { variants }] of sought.entries())
    for (const { term, worth } of variants) {
      const others = standsFor.get(term)
      if (others) others.push({ place, worth })
      else standsFor.set(term, [{ place, worth }])
    }
  /** How much of each thing sought is in the document at hand, and by which term. */
  const best = new Float64Array(sought.length)
  const terms = new Uint32Array(sought.length)
  const meet = (term: number) => {
    const known = standsFor.get(term)
    if (!known) return
    for (const { place, worth } of known) {
      if (worth <= (best[place] as number)) continue
      best[place] = worth
      terms[place] = term
    }
  }
  return (document) => {
    best.fill(0)
    postings.eachOf(document, meet)
    const covered: Cover[] = []
    let weight = 0
    for (const one of laid) {
      const cover = coverOf(one, best, terms)
      if (!cover) continue
      covered.push(cover)
      weight += cover.weight
    }
    const [first, ...others] = covered.filter(({ isTopic }) => isTopic).sort((a, b) => b.weight - a.weight)
    const telling = others.filter(({ worth }) => worth >= TELLING)
    const hits = (first ? [first, ...telling] : []).map(({ word, term }) => ({ word, term }))
    const held = covered.filter(({ worth }) => worth >= AS_GOOD_AS_WHOLE).length
    return { hits, held, share: total > 0 ? Math.min(1, weight / total) : 0 }
  }
}

/** What all words of a question weigh together. */
function weightOf(asked: readonly Asked[]): number {
  const isHeld = ({ variants }: Sought) => variants.length > 0
  const counts = ({ whole, parts, isCommon }: Asked) =>
    asked.length < LONG || !isCommon || isHeld(whole) || parts.some(isHeld)
  return asked.filter(counts).reduce((sum, { whole }) => sum + whole.rarity * whole.telling, 0)
}

interface Cover extends Hit {
  isTopic: boolean
  weight: number
  worth: number
}

/**
 * The word itself where most of it is there; else its best part, which is all that may be said of the document. What is half
 * there counts for a quarter: one of two parts, or a word that only looks like it, is more often about something else.
 */
function coverOf({ whole, parts, at }: Laid, best: Float64Array, terms: Uint32Array): Cover | undefined {
  const own = best[at] as number
  const weight = whole.rarity * whole.telling
  if (own === 1) return { word: whole.word, term: terms[at] as number, weight, worth: 1, isTopic: whole.isTopic }
  let together = 0
  let bestPart = { word: whole.word, worth: 0, term: 0, isTopic: false }
  for (const [place, part] of parts.entries()) {
    const worth = part.weight * (best[at + 1 + place] as number)
    together += worth
    if (worth > bestPart.worth)
      bestPart = { word: part.word, worth, term: terms[at + 1 + place] as number, isTopic: part.isTopic }
  }
  const worth = Math.max(own, Math.min(1, together))
  if (worth === 0) return undefined
  const isWhole = own >= together
  const { word } = isWhole || together >= 1 ? whole : bestPart
  return {
    word,
    term: isWhole ? (terms[at] as number) : bestPart.term,
    isTopic: isWhole ? whole.isTopic : bestPart.isTopic,
    weight: weight * worth ** 2,
    worth,
  }
}
