import type { Language } from '../core/ports.ts'
import { analyse, languageOf, stem } from './analysis.ts'
import type { Postings } from './postings.ts'

export interface Hit {
  id: string
  /** BM25: only to be compared with the other hits of the same query. */
  score: number
  /** The words of the query that matched, as written, the most telling first. */
  words: string[]
  /** Whether it covers enough of the query to be shown as being about it. */
  enough: boolean
}

/** The usual values of BM25. Others between .8 and 1.6, and .5 and .9, differ less than the noise. */
const SATURATION = 1.2
const LENGTH_WEIGHT = 0.75

/** A young collection does not know yet which words are common: it is weighed as one of this size. */
const SMALLEST_COLLECTION = 100

/**
 * A hit is enough when it covers a third of what the query weighs. A long question holds many words that no
 * answer repeats, so a little more than the rarest word there can be (that is: two telling words) will also do.
 * On questions from elsewhere this shows something in 22 % of cases instead of 84 %, and keeps 77 of 100 right answers.
 */
const ENOUGH_SHARE = 0.33
const ENOUGH_RARE_WORDS = 1.25

interface QueryWord {
  word: string
  weight: number
  holders: ReadonlyMap<string, number>[]
}

/** The terms under which a text is kept. A stem means something within its language only, so it is kept with it. */
export function termsOf(text: string, hint: Language): string[] {
  const language = languageOf(text, hint)
  return analyse(text, language).map(({ term }) => `${language}:${term}`)
}

/** All documents that share a word with the query, or `only` those that are enough, best first; equal scores in the order of their ids. */
export function* ranked(postings: Postings, query: string, hint: Language, only?: 'enough'): Generator<Hit> {
  const words = queryWords(postings, query, hint)
  const floor = enoughFor(words, postings.size)
  const best = [...scores(postings, words)]
    .filter(([, { weight }]) => !only || weight >= floor)
    .sort(([a, x], [b, y]) => y.score - x.score || (a < b ? -1 : 1))
  for (const [id, { score, weight }] of best) {
    const matched = words.filter(({ holders }) => holders.some((held) => held.has(id)))
    yield { id, score, words: matched.map(({ word }) => word), enough: weight >= floor }
  }
}

/** What a document gained, and the weight of the words of the query that it holds. */
interface Gain {
  score: number
  weight: number
  last?: QueryWord
}

/** Each word once, the most telling first, looked up by its stem in either language. */
function queryWords(postings: Postings, query: string, hint: Language): QueryWord[] {
  const own = languageOf(query, hint)
  const other = own === 'nl' ? 'en' : 'nl'
  const distinct = new Map(analyse(query, own).map(({ term, word }) => [term, word]))
  return [...distinct]
    .map(([term, word]) => {
      const holders = [postings.holders(`${own}:${term}`), postings.holders(`${other}:${stem(word, other)}`)]
      return {
        word,
        weight: rarity(
          holders.reduce((sum, held) => sum + held.size, 0),
          postings.size,
        ),
        holders,
      }
    })
    .sort((a, b) => b.weight - a.weight)
}

/** Inverse document frequency. A word that occurs nowhere weighs as much as one that occurs once. */
function rarity(documents: number, size: number): number {
  const held = Math.max(documents, 1)
  return Math.log(1 + (Math.max(size, SMALLEST_COLLECTION) - held + 0.5) / (held + 0.5))
}

function scores(postings: Postings, words: QueryWord[]): Map<string, Gain> {
  const gains = new Map<string, Gain>()
  for (const word of words) {
    for (const held of word.holders) {
      for (const [id, count] of held) {
        const gain = gains.get(id) ?? { score: 0, weight: 0 }
        const damping = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * postings.relativeLength(id))
        gain.score += (word.weight * count * (SATURATION + 1)) / (count + damping)
        // A word may stand in a document in both languages, and counts once.
        if (gain.last !== word) gain.weight += word.weight
        gain.last = word
        gains.set(id, gain)
      }
    }
  }
  return gains
}

function enoughFor(words: QueryWord[], size: number): number {
  return Math.min(ENOUGH_SHARE * weightOf(words), ENOUGH_RARE_WORDS * rarity(1, size))
}

function weightOf(words: QueryWord[]): number {
  return words.reduce((sum, { weight }) => sum + weight, 0)
}
