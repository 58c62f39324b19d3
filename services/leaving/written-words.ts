/** A word as it is written, and where. */
export interface Word {
  text: string
  from: number
  to: number
  /** Behind a point or at the beginning every word has a capital. */
  first: boolean
}

const WORD = /[\p{L}\p{M}]+(?:[-’'][\p{L}\p{M}]+)*/gu
/** Shorter words are no names by themselves, and everybody uses them. */
export const LEAST = 3
/** Capitals alone are an abbreviation. */
export const CAPITALS = /^\p{Lu}+$/u

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ index: from, 0: word }) => ({
    text: word,
    from,
    to: from + word.length,
    first: /(?:^|[.!?:;\n"“„‘(])\s*$/u.test(text.slice(Math.max(0, from - 20), from)),
  }))
}

/** Also "d’Hondt", which has its capital behind the apostrophe. */
export const isCapital = (word: string): boolean =>
  (/^\p{Lu}/u.test(word) || /^\p{Ll}{1,2}['’]\p{Lu}/u.test(word)) && !CAPITALS.test(word)
