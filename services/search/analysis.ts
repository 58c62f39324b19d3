import { stemmer as snowballDutch } from '@orama/stemmers/dutch'
import { stemmer as snowballEnglish } from '@orama/stemmers/english'
import type { Language } from '../core/ports.ts'
import { isStopWord } from './stop-words.ts'

/** One word of a text that says something of its topic. */
export interface Term {
  /** The stem: what is compared. */
  term: string
  /** As it was written, in lower case: fit to be shown. */
  word: string
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’‘ʼ`][\p{L}\p{M}]+)*/gu
/** Endings that only an accent or apostrophe gives away: "foto's", "cafés", "ideeën", "categorieën". */
const MARKED_ENDING = /(?:['’‘ʼ`]s|(?<=é)s|(?<=[ei]e)ën)$/
const MARKS = /[\p{M}'’‘ʼ`]/gu

const stemmers: Record<Language, (folded: string) => string> = {
  // Snowball stops at "fiets" for "fietsen" and at "fiet" for "fiets", so it runs until both are there. Dutch
  // hardens the last letter of a word ("huizen", "huis"; "bedrijven", "bedrijf"), and Snowball leaves that alone.
  nl: (folded) => snowballDutch(snowballDutch(folded)).replace(/z$/, 's').replace(/v$/, 'f'),
  en: snowballEnglish,
}

/** Nothing to take off. */
const PLAIN = /^[a-z0-9]+$/

/** Takes off what people write or leave out at will: capitals, accents, apostrophes. */
export function fold(word: string): string {
  if (PLAIN.test(word)) return word
  return word.normalize('NFC').toLowerCase().replace(MARKED_ENDING, '').normalize('NFKD').replace(MARKS, '')
}

/** The stem of one word: forms of the same word share it within a language. */
export function stem(word: string, language: Language): string {
  return stemmers[language](fold(word))
}

/** The words that carry the topic of a text, in the order of the text and as often as they occur. */
export function analyse(text: string, language: Language): Term[] {
  return wordsOf(text)
    .filter((word) => carriesTopic(fold(word), language))
    .map((word) => ({ term: stem(word, language), word }))
}

/**
 * The language a text is in, told by its small words. `hint` is the language of the person: many have Teams in
 * English and write Dutch. One small word is not enough to overrule it: "OR" and "IT" are topics too.
 */
export function languageOf(text: string, hint: Language): Language {
  const other = hint === 'nl' ? 'en' : 'nl'
  const folded = wordsOf(text).map(fold)
  const smallWords = (language: Language) => folded.filter((word) => isStopWord(word, language)).length
  return smallWords(other) - smallWords(hint) > 1 ? other : hint
}

function wordsOf(text: string): string[] {
  return text.normalize('NFC').toLowerCase().match(WORD) ?? []
}

/** A single letter is what an apostrophe leaves behind ("'s ochtends"); a single digit may be a phase or an article. */
function carriesTopic(folded: string, language: Language): boolean {
  return (folded.length > 1 || /\p{N}/u.test(folded)) && !isStopWord(folded, language)
}
