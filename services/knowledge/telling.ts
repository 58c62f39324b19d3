import type { Analysis, Term } from '../search/analysis/analysis.ts'
import { languageOf } from '../search/analysis/words.ts'
import type { TextIndex } from '../search/index/text-index.ts'
import type { KnowledgeItem } from './item.ts'

/** What speaks for somebody: the items that do, and the stems by which they have what was asked. */
export interface Sighting {
  /** The most telling first. */
  stems: readonly string[]
  /** First what has the first stem. */
  items: readonly string[]
}

/** What may be said of it: a word that their items hold, how many do, and of when the latest is. */
export interface Told {
  word: string
  count: number
  last: string
}

/** Of how many items of somebody it is read again whether they are still shared. */
export const READ_AGAIN = 2

interface Reading {
  words: Analysis
  index: TextIndex
  read: ReadonlyMap<string, KnowledgeItem | undefined>
}

/**
 * A reason names a word of the item, never of the question: nobody is said to have shared what they did not write. No word
 * where none of those that match says what the item is about.
 */
export function toldOf({ stems, items }: Sighting, { words, index, read }: Reading): Told {
  const heldBy = (stem: string) => items.slice(0, READ_AGAIN).flatMap((id) => heldIn(words, read.get(id), stem))
  const held = stems.map(heldBy).find((found) => found.length > 0) ?? []
  const [own] = held.toSorted((a, b) => Number(b.isWhole) - Number(a.isWhole))
  if (!own) return { word: '', count: 0, last: '' }
  const about = items.filter((id) => index.holds(id, own.term))
  const last = about.map(index.dateOf).reduce((last, at) => (at > last ? at : last), '')
  return { word: own.word, count: about.length, last }
}

interface Held extends Pick<Term, 'word' | 'term'> {
  isWhole: boolean
}

/** The words with this stem, and those that are made with it, which may be said of the item. */
function heldIn(words: Analysis, item: KnowledgeItem | undefined, stem: string): Held[] {
  if (!item) return []
  const text = `${item.question ?? ''} ${item.text}`
  const language = languageOf(text, item.language)
  return words.termsOf(text, item.language).flatMap(({ term, word, parts }): Held[] => {
    if (!words.isTopic(word, language)) return []
    if (term === stem) return [{ term, word, isWhole: true }]
    return parts.some((part) => part.term === stem) ? [{ term, word, isWhole: false }] : []
  })
}
