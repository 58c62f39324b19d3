import { isOneSlip } from '../../core/text/one-slip.ts'
import type { AskedTerm } from '../analysis/analysis.ts'
import type { Postings } from './postings.ts'
import type { Alike } from './vocabulary.ts'

/** A term that may stand for a word of the question, and how much of it that is worth, 0 to 1. */
export interface Variant {
  term: number
  worth: number
}

/** What one word of the question, or one part of it, may match. A document gains by its best variant alone. */
export interface Sought {
  /** As the question has it, or a part of that: fit to be shown. */
  word: string
  weight: number
  /** How telling it is: what is held by few documents is. */
  rarity: number
  /** What of that is left where it is an everyday word, 0 to 1. */
  telling: number
  /** Whether a text that has it may be said to be about it. */
  isTopic: boolean
  variants: Variant[]
}

/** A word of the question with its parts. */
export interface Asked {
  whole: Sought
  parts: Sought[]
  /** Whether many people use it, whatever they talk about. */
  isCommon: boolean
}

/** A part of a compound says half of what the whole does: "vergunning" for "parkeervergunning". */
const PART = 0.5
const SYNONYM = 0.7

/**
 * Words that look alike are often kin ("inburgeraar", "inburgering") and stand in for what is written otherwise. A word that
 * nobody used may be a slip of the hand, so it takes less likeness and counts for more. English has no compounds and short
 * words, where looking alike is mostly an accident.
 */
const KIN = { least: 0.55, worth: 0.7 }
const SLIP = { least: 0.4, worth: 0.8 }
/** A word that one slip explains is nearly the word. In a short one a slip spoils more of what makes words alike. */
const ONE_SLIP = 0.9
const SHORT_SLIP = { least: 0.3, worth: 0.8 }
const LONGEST_SHORT = 5
/** Of shorter words one letter makes another word; up to here one slip is all that may explain a word. */
const SHORTEST_SLIPPED = 4
const NONE = { least: 1, worth: 0 }
const MOST_ALIKE = 20
/** How a term begins that is Dutch; a term of another language begins with as many letters. */
const DUTCH = 'nl:'

/** A young collection does not know yet which words are common: it is weighed as one of this size. */
const SMALLEST_COLLECTION = 100

/** Looks every word up, in either language, with what may stand for it. The most telling word comes first. */
export function lookedUp(postings: Postings, terms: readonly AskedTerm[]): Asked[] {
  const taken = new Set<string>()
  const whole = terms.map(({ elsewhere, parts, ...one }) => {
    taken.add(one.term)
    return sought(postings, { ...one, others: [elsewhere], weight: 1, isMade: parts.length > 0 })
  })
  const parts = terms.map(({ parts: own, telling }) =>
    own.flatMap(({ term, word, isTopic }) => {
      if (taken.has(term)) return []
      taken.add(term)
      const part = { term, word, telling, isTopic, others: [], synonyms: [], weight: PART, exists: true, isMade: false }
      return [sought(postings, part)]
    }),
  )
  return whole
    .map((one, at) => ({ whole: one, parts: parts[at] ?? [], isCommon: terms[at]?.isCommon ?? false }))
    .sort((a, b) => b.whole.rarity - a.whole.rarity)
}

/** Inverse document frequency. A word that occurs nowhere weighs as much as one that occurs once. */
export function rarity(documents: number, size: number): number {
  const held = Math.max(documents, 1)
  return Math.log(1 + (Math.max(size, SMALLEST_COLLECTION) - held + 0.5) / (held + 0.5))
}

interface Wanted {
  term: string
  word: string
  others: readonly string[]
  synonyms: readonly string[]
  weight: number
  telling: number
  isTopic: boolean
  exists: boolean
  isMade: boolean
}

/** What may look alike: a word that exists is no slip, and what a compound is kin to, its parts say. */
function likenessOf({ term, weight, exists, isMade }: Wanted, holders: number): typeof KIN {
  if (weight < 1) return NONE
  if (holders === 0 && !exists) return slipOf(term)
  return term.startsWith(DUTCH) && !isMade ? KIN : NONE
}

function sought(postings: Postings, wanted: Wanted): Sought {
  const { term, word, others, synonyms, weight, telling, isTopic, exists } = wanted
  const { vocabulary } = postings
  const found = (terms: readonly string[], worth: number): Variant[] =>
    terms.flatMap((one) => {
      const number = vocabulary.numberOf(one)
      return number !== undefined && postings.holders(number) > 0 ? [{ term: number, worth }] : []
    })
  const same = found([term, ...others], 1)
  const holders = same.reduce((sum, one) => sum + postings.holders(one.term), 0)
  const { least, worth } = likenessOf(wanted, holders)
  const alike = worth === 0 ? [] : vocabulary.alike(term, least, MOST_ALIKE, (number) => postings.holders(number) > 0)
  const slipped = ({ term: number, likeness }: Alike): Variant[] => {
    const length = stemLength(term)
    if (length >= SHORTEST_SLIPPED && isOneSlip(term, vocabulary.termAt(number)))
      return [{ term: number, worth: ONE_SLIP }]
    return length > SHORTEST_SLIPPED && likeness >= SLIP.least ? [{ term: number, worth: worth * likeness }] : []
  }
  const isSlip = holders === 0 && !exists
  return {
    word,
    weight,
    rarity: rarity(holders, postings.size),
    telling,
    isTopic,
    variants: [
      ...same,
      ...found(synonyms, SYNONYM),
      ...alike.flatMap((one) => (isSlip ? slipped(one) : [{ term: one.term, worth: worth * one.likeness }])),
    ],
  }
}

const slipOf = (term: string) => (stemLength(term) <= LONGEST_SHORT ? SHORT_SLIP : SLIP)
const stemLength = (term: string): number => term.length - DUTCH.length
