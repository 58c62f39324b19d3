const WORD = /\p{L}{4,}/gu
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** What a hurried hand does at a place in a word. */
const slips: ((word: string, at: number, letter: string) => string)[] = [
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at, letter) => word.slice(0, at) + letter + word.slice(at),
  (word, at, letter) => word.slice(0, at) + letter + word.slice(at + 1),
  (word, at) => word.slice(0, at) + word.slice(at + 1, at + 2) + word.slice(at, at + 1) + word.slice(at + 2),
]

/**
 * One slip in one of the words of four letters or more: a letter left out, added, mistaken, or two in the wrong order.
 * `seed` decides which, so that every run makes the same ones. A text without such a word stays as it is.
 */
export function withTypo(text: string, seed: string): string {
  const next = numbers(seed)
  const words = [...text.matchAll(WORD)]
  const found = words[next(words.length)]
  if (!found) return text
  const [word] = found
  for (;;) {
    const slip = slips[next(slips.length)]
    const slipped = slip?.(word, next(word.length), LETTERS[next(LETTERS.length)] ?? '') ?? word
    if (slipped !== word) return text.slice(0, found.index) + slipped + text.slice(found.index + word.length)
  }
}

/** Whole numbers below a limit, always the same ones for the same seed (FNV-1a to begin, Lehmer to go on). */
function numbers(seed: string): (below: number) => number {
  let state = 2166136261
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0
  state = (state % 2147483646) + 1
  return (below) => {
    state = (state * 48271) % 2147483647
    return Math.floor((state / 2147483647) * below)
  }
}
