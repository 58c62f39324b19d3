import type { Language } from '../../core/ports.ts'
import { fold } from './stems.ts'

/** How everyday a word is, whatever is searched. */
export interface Everyday {
  /** Near 0 for what is in every other sentence, 1 for what most people write seldom or never. */
  tellingOf(folded: string, language: Language): number
  /** Whether many people use it. */
  isCommon(folded: string, language: Language): boolean
}

/** Among so many words that are used most, a word tells of no topic; from so many on, it tells all that it can. */
const SAYS_NOTHING = 30
const SAYS_ALL = 3_000
const LEAST = 0.05

/** The lists hold the words that are used most, most used first. */
export function createEveryday(lists: Record<Language, readonly string[]>): Everyday {
  const places = { nl: placesOf(lists.nl), en: placesOf(lists.en) }
  const placeOf = (folded: string, language: Language) => places[language].get(folded)
  return {
    tellingOf(folded, language) {
      const place = placeOf(folded, language) ?? SAYS_ALL
      return Math.min(1, Math.max(LEAST, Math.log(place / SAYS_NOTHING) / Math.log(SAYS_ALL / SAYS_NOTHING)))
    },
    isCommon: (folded, language) => placeOf(folded, language) !== undefined,
  }
}

function placesOf(list: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const [at, word] of list.entries()) {
    const folded = fold(word)
    if (!places.has(folded)) places.set(folded, at + 1)
  }
  return places
}
