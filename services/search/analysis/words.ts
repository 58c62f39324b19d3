import type { Language } from '../../core/ports.ts'
import { fold } from './stems.ts'
import { isStopWord } from './stop-words.ts'

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’‘ʼ`][\p{L}\p{M}]+)*/gu

/** The words that carry the topic, in the order of the text and as often as they occur, in lower case. */
export const topicsOf = (text: string, language: Language): string[] =>
  wordsOf(text).filter((word) => carriesTopic(fold(word), language))

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
