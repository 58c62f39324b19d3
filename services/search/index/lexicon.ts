import { fold, hardened } from '../analysis/stems.ts'
import { isStopWord } from '../analysis/stop-words.ts'
import { createWordSet } from '../analysis/word-set.ts'

/** Which folded words may be part of a Dutch compound. */
export interface Lexicon {
  has(word: string): boolean
  /** The word as the list has it: "vergunning" for "vergunningen", itself when it is not there in any form. */
  listed(word: string): string
  /** Whether the list has the word, in any form. */
  knows(word: string): boolean
  /** Whether the word names a thing: it has a plural, or makes compounds. */
  isNoun(word: string): boolean
  /** Whether the word is the infinitive of a verb, which names what somebody does: "begraven". */
  isInfinitive(word: string): boolean
}

/**
 * A flag is two signs, the first a capital, so that none is found across two others. Shorter parts are more often an accident
 * than a part, but for what makes compounds as the list says, and nouns with a plural and a diminutive.
 */
const LEAST = 4
const LEAST_FLAGGED = 3
const COMPOUNDING = /C[a-h]|Y.Z|Z.Y/
const FORBIDDEN = 'Fw'
const NAME = 'PN'
const VERB = 'Vi'
/** Plurals, diminutives and the end of a compound: of these a word is a noun. A verb may begin one: "meldkamer". */
const NOUN = /C[b-h]|[YZ][a-z]/

const DOUBLED = /([bdfgklmnprst])\1$/
const OPEN_SYLLABLE = /^(.*[^aeiou])([aeou])([bdfgklmnprstvz])$/
/** Plurals, participles, bent adjectives: forms that stand in no list. */
const ENDINGS = ['s', 'en', 'e', 'er']
const LEAST_FORM = 5

/** Reads a list in the form of Hunspell. Names and forbidden words are left out: they split what is one word. */
export function createLexicon(hunspell: string): Lexicon {
  const lines = hunspell.split('\n')
  const words = createWordSet(lines.length * 1.5)
  const nouns = createWordSet(lines.length * 1.5)
  const infinitives = createWordSet(lines.length * 0.5)
  for (const line of lines)
    for (const word of wordsOf(line)) {
      words.add(word)
      if (NOUN.test(flagsOf(line))) nouns.add(word)
      if (flagsOf(line).includes(VERB) && word.endsWith('en')) infinitives.add(word)
    }
  function formOf(word: string): string | undefined {
    if (word.length < LEAST_FORM) return undefined
    for (const ending of ENDINGS) {
      const form = word.endsWith(ending) ? spellingsOf(word.slice(0, -ending.length)).find(words.has) : undefined
      if (form) return form
    }
    return undefined
  }
  const listed = (word: string) => (words.has(word) ? word : formOf(word))
  return {
    has: (word) => listed(word) !== undefined && !isStopWord(word, 'nl'),
    listed: (word) => listed(word) ?? word,
    knows: (word) => listed(word) !== undefined,
    isNoun: (word) => nouns.has(listed(word) ?? word),
    isInfinitive: infinitives.has,
  }
}

const flagsOf = (line: string): string => line.split('/')[1] ?? ''

/** How a word is spelled without an ending: "vergunning-en", "gun-nen", "parker-en" and "parkeer", "huiz-en" and "huis". */
function spellingsOf(bare: string): string[] {
  const [, before = '', vowel = '', last = ''] = OPEN_SYLLABLE.exec(bare) ?? []
  const long = vowel ? [before + vowel + vowel + last] : []
  return [bare.replace(DOUBLED, '$1'), ...long].map(hardened).filter((word) => word.length >= LEAST)
}

/** A line gives a word or more: "e-mailadres" has two, a verb also what it is in a compound ("parkeren", "parkeer"). */
function wordsOf(line: string): string[] {
  const [entry = '', flags = ''] = line.split('/')
  const written = entry.replaceAll('ĳ', 'ij')
  if (flags.includes(FORBIDDEN) || /[ .\d]|\p{Lu}./u.test(written.slice(1))) return []
  if (flags.includes(NAME) && /^\p{Lu}/u.test(written)) return []
  const least = COMPOUNDING.test(flags) ? LEAST_FLAGGED : LEAST
  const folded = fold(written)
  const words = folded.split('-').filter((word) => word.length >= least)
  return flags.includes(VERB) && folded.endsWith('en') ? [...words, ...spellingsOf(folded.slice(0, -2))] : words
}
