import type { Language } from '../../core/ports.ts'
import type { Lexicon } from '../index/lexicon.ts'
import type { Everyday } from './everyday-words.ts'
import { remembering } from './remembering.ts'
import { fold, stemOfFolded, tagged } from './stems.ts'
import type { Synonyms } from './synonyms.ts'
import { createTopical, isOfTheTrade } from './trade-terms.ts'
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

/** A term of a question, with where else its meaning may be. */
export interface AskedTerm extends Omit<Term, 'parts'> {
  parts: readonly (Omit<Term, 'parts'> & { isTopic: boolean })[]
  /** Whether a text that has it may be said to be about it. */
  isTopic: boolean
  /** The stem that the same letters have in the other language. */
  elsewhere: string
  /** Other words for the same. */
  synonyms: readonly string[]
  /** Whether there is such a word: then it is no slip of the hand for another one. */
  exists: boolean
  /** Whether many people use it, whatever they talk about. */
  isCommon: boolean
  /** How much it tells of a topic, 0 to 1: "dag" next to nothing. */
  telling: number
}

/** Reads texts. A stem means something within its language only, so it is kept with it: `nl:vergunning`. */
export interface Analysis {
  /** The words that carry the topic of a text. `hint` is the language of the person. */
  termsOf(text: string, hint: Language): Term[]
  /** The same for a question, each word once. */
  asked(question: string, hint: Language): AskedTerm[]
  /** Whether a word may be shown as what a text is about: a noun of some trade, never "scheelt", "dag" or a first name. */
  isTopic(word: string, language: Language): boolean
  /** Whether there is such a word in Dutch or English, or it is made of Dutch ones: no name is. */
  exists(word: string): boolean
}

const REMEMBERED = 10_000

export interface AnalysisNeeds {
  lexicon: Lexicon
  /** Takes a folded Dutch word apart. */
  split(word: string): readonly string[]
  synonyms: Synonyms
  everyday: Everyday
}

export function createAnalysis({ lexicon, split, synonyms, everyday }: AnalysisNeeds): Analysis {
  const splitOf = remembering(REMEMBERED, split)
  function stemsOf(folded: string, language: Language): Omit<Term, 'word'> {
    const term = tagged(stemOfFolded(folded, language), language)
    const found = (language === 'nl' ? splitOf(folded) : []).map((word) => [
      tagged(stemOfFolded(word, 'nl'), 'nl'),
      word,
    ])
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

  const isMade = (folded: string) => splitOf(folded).length > 0
  const exists = (folded: string) =>
    lexicon.knows(folded) ||
    isMade(folded) ||
    isOfTheTrade(folded) ||
    everyday.isCommon(folded, 'nl') ||
    everyday.isCommon(folded, 'en')
  const isTopic = createTopical({ lexicon, split: splitOf, everyday })

  return {
    termsOf: (text, hint) => termsIn(text, languageOf(text, hint)),
    asked(question, hint) {
      const own = languageOf(question, hint)
      const other = own === 'nl' ? 'en' : 'nl'
      const terms = new Map(termsIn(question, own).map((one) => [one.term, one]))
      const also = synonyms.of([...terms.keys()])
      return [...terms.values()].map((one) => {
        const folded = fold(one.word)
        return {
          ...one,
          // What has another name in a municipality is of its trade.
          isTopic: isTopic(folded, own) || also.has(one.term),
          parts: one.parts.map((part) => ({ ...part, isTopic: isTopic(part.word, own) })),
          elsewhere: tagged(stemOfFolded(folded, other), other),
          synonyms: also.get(one.term) ?? [],
          exists: exists(folded),
          isCommon: everyday.isCommon(folded, own),
          telling: everyday.tellingOf(folded, own),
        }
      })
    },
    isTopic: (word, language) => isTopic(fold(word), language),
    exists: (word) => exists(fold(word)),
  }
}
