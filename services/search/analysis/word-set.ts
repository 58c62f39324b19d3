/** Whether a word is in it. */
export interface WordSet {
  has(word: string): boolean
  add(word: string): void
}

const EMPTY = 0

/**
 * A set of words that keeps a fingerprint of each and not the words: two hundred thousand of them in two megabytes. Two
 * words in a thousand million share place and fingerprint, and a word too many in a list of words does no harm.
 */
export function createWordSet(expected: number): WordSet {
  const size = 2 ** Math.ceil(Math.log2(expected * 2))
  const prints = new Uint32Array(size)

  /** The place of the word, or the empty one where it would come. */
  function placeOf(word: string): [place: number, print: number] {
    let place = 2166136261
    let print = 5381
    for (let at = 0; at < word.length; at++) {
      const code = word.charCodeAt(at)
      place = Math.imul(place ^ code, 16777619)
      print = Math.imul(print, 33) ^ code
    }
    const wanted = Math.imul(print ^ (print >>> 15), 0x2c1b3c6d) >>> 0 || 1
    place = (place ^ (place >>> 16)) & (size - 1)
    while (prints[place] !== EMPTY && prints[place] !== wanted) place = (place + 1) & (size - 1)
    return [place, wanted]
  }

  return {
    has: (word) => prints[placeOf(word)[0]] !== EMPTY,
    add(word) {
      const [place, print] = placeOf(word)
      prints[place] = print
    },
  }
}
