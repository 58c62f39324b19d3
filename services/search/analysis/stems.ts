import { stemmer as snowballDutch } from '@orama/stemmers/dutch'
import { stemmer as snowballEnglish } from '@orama/stemmers/english'
import type { Language } from '../../core/ports.ts'

/** Endings that only an accent or apostrophe gives away: "foto's", "cafés", "ideeën", "categorieën". */
const MARKED_ENDING = /(?:['’‘ʼ`]s|(?<=é)s|(?<=[ei]e)ën)$/
const MARKS = /[\p{M}'’‘ʼ`]/gu
/** Nothing to take off. */
const PLAIN = /^[a-z0-9]+$/

const stemmers: Record<Language, (folded: string) => string> = {
  // Snowball stops at "fiets" for "fietsen" and at "fiet" for "fiets", so it runs until both are there. Dutch
  // hardens the last letter of a word ("huizen", "huis"; "bedrijven", "bedrijf"), and Snowball leaves that alone.
  nl: (folded) => hardened(snowballDutch(snowballDutch(folded))),
  en: snowballEnglish,
}

/** As Dutch writes the end of a word: "huiz" is "huis", "bedrijv" is "bedrijf". */
export const hardened = (word: string): string => word.replace(/z$/, 's').replace(/v$/, 'f')

/** Takes off what people write or leave out at will: capitals, accents, apostrophes. */
export function fold(word: string): string {
  if (PLAIN.test(word)) return word
  return word.normalize('NFC').toLowerCase().replace(MARKED_ENDING, '').normalize('NFKD').replace(MARKS, '')
}

/** The stem of one word: forms of the same word share it within a language. */
export const stem = (word: string, language: Language): string => stemmers[language](fold(word))

/** The same for a word that is folded already. */
export const stemOfFolded = (folded: string, language: Language): string => stemmers[language](folded)

/** A stem means something within its language only, so it is kept with it. */
export const tagged = (stem: string, language: Language): string => `${language}:${stem}`
