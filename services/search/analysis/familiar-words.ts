import type { Language } from '../../core/ports.ts'
import type { Analysis, Term } from './analysis.ts'
import trade from './trade-words.json' with { type: 'json' }

/** Before a verb it says where to, and the two may be written apart: "uitkwam", "nagevraagd". */
const BEFORE_A_VERB =
  /^(?:aan|achter|af|bij|binnen|door|in|langs|los|mee|na|mis|om|on|op|open|over|rond|samen|terug|tegen|toe|uit|vast|voor|voort|weg)(?=.{4})/

/** A shorter rest says nothing. */
const LEAST_BARE = 3

/**
 * Whether many people use a word, in either language: it is among the most used ones, is of the trade of a
 * municipality, or is made of such words. A person who writes another one may be known by it.
 */
export function createFamiliar(analysis: Analysis, lists: Record<Language, readonly string[]>) {
  const termsOf = (word: string, language: Language) => analysis.termsOf(word, language)
  const known = new Set(
    (['nl', 'en'] as const).flatMap((language) =>
      [...lists[language], ...(language === 'nl' ? trade : [])].flatMap((word) =>
        termsOf(word, language).map(({ term }) => term),
      ),
    ),
  )
  function isOneOf(language: Language) {
    return ({ term, parts }: Term): boolean =>
      known.has(term) ||
      (parts.length > 1 && parts.every(({ word, term: part }) => known.has(part) || isMade(word, language)))
  }

  /** A part that is a compound itself. */
  const isMade = (word: string, language: Language): boolean =>
    termsOf(word, language).some(({ parts }) => parts.length > 1 && parts.every(({ term }) => known.has(term)))

  // A word that carries no topic has no terms: such a word everybody uses.
  const isUsed = (word: string, language: Language) => termsOf(word, language).every(isOneOf(language))

  /** Also in a form that no stem takes off: "knikte" is of "knik", "groepje" of "groep", "duurder" of "duur". */
  const isDutch = (word: string): boolean =>
    isUsed(word, 'nl') || barely(word).some((bare) => isUsed(bare, 'nl') || isUsed(`${bare}en`, 'nl'))

  return (word: string): boolean =>
    isUsed(word, 'en') || isDutch(word) || (BEFORE_A_VERB.test(word) && isDutch(word.replace(BEFORE_A_VERB, '')))
}

const FORM = /^(?:ge)?(.{3,}?)(?:den?|ten?|[tpk]?jes?|etjes?|der|er|ste|d|t)$/
const DOUBLED = /([bdfgklmnprst])\1$/

/** What a form may be made of; whether there is such a word is not known here. */
function barely(word: string): string[] {
  const folded = word.toLowerCase()
  const bare = [
    FORM.exec(folded)?.[1],
    folded.replace(/jes?$/, ''),
    folded.replace(/^ge/, '').replace(/(?:de|te|d|t)n?$/, ''),
  ]
  return bare.flatMap((one) => (one && one.length >= LEAST_BARE ? [one, one.replace(DOUBLED, '$1')] : []))
}

export type Familiar = ReturnType<typeof createFamiliar>
