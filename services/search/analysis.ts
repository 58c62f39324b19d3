import type { Language } from '../core/ports.ts'
import { remembering } from './remembering.ts'
import { fold, stemOfFolded, tagged } from './stems.ts'
import type { Synonyms } from './synonyms.ts'
import { languageOf, topicsOf } from './words.ts'

/** One word of a text that says something of its topic. */
export interface Term {
  /** The stem: what is compared. */
  term: string
  /** As it was written, in lower case: fit to be shown. */
  word: string
  /** What a compound is made of; nothing for a word that is no compound. */
  parts: readonly Omit<Term, 'parts'>[]
}

/** A term of a question, with where else its meaning may stand. */
export interface AskedTerm extends Term {
  /** The stem that the same letters have in the other language. */
  elsewhere: string
  /** Other words for the same. */
  synonyms: readonly string[]
}

/** Reads texts. A stem means something within its language only, so it is kept with it: `nl:vergunning`. */
export interface Analysis {
  /** The words that carry the topic of a text. `hint` is the language of the person. */
  termsOf(text: string, hint: Language): Term[]
  /** The same for a question, each word once. */
  asked(question: string, hint: Language): AskedTerm[]
}

const REMEMBERED = 10_000

/** Dutch compounds are taken apart by `split`, which gets a folded word. */
export function createAnalysis(split: (word: string) => readonly string[], synonyms: Synonyms): Analysis {
  function stemsOf(folded: string, language: Language): Omit<Term, 'word'> {
    const term = tagged(stemOfFolded(folded, language), language)
    const found = (language === 'nl' ? split(folded) : []).map((word) => [tagged(stemOfFolded(word, 'nl'), 'nl'), word])
    const parts = new Map(found.toReversed() as [string, string][])
    parts.delete(term)
    return { term, parts: [...parts].map(([part, word]) => ({ term: part, word })) }
  }

  const stemsIn = {
    nl: remembering(REMEMBERED, (folded) => stemsOf(folded, 'nl')),
    en: remembering(REMEMBERED, (folded) => stemsOf(folded, 'en')),
  }
  const termsIn = (text: string, language: Language): Term[] =>
    topicsOf(text, language).map((word) => ({ word, ...stemsIn[language](fold(word)) }))

  return {
    termsOf: (text, hint) => termsIn(text, languageOf(text, hint)),
    asked(question, hint) {
      const own = languageOf(question, hint)
      const other = own === 'nl' ? 'en' : 'nl'
      const terms = new Map(termsIn(question, own).map((one) => [one.term, one]))
      const also = synonyms.of([...terms.keys()])
      return [...terms.values()].map((one) => ({
        ...one,
        elsewhere: tagged(stemOfFolded(fold(one.word), other), other),
        synonyms: also.get(one.term) ?? [],
      }))
    },
  }
}
