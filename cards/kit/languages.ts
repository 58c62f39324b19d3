import type { Language } from '../../services/core/ports.ts'

/**
 * Every word on screen lies beside the card that says it, in both languages: at B1 level, sentences of at most fifteen words, no
 * jargon, in Dutch je-vorm. The Dutch ones say what there must be in English.
 */
export const inLanguages = <Words>(nl: Words, en: NoInfer<Words>): ((language: Language) => Words) => {
  const words: Record<Language, Words> = { nl, en }
  return (language) => words[language]
}
