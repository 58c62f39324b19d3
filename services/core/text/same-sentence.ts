/** Shorter ones are said by many. */
const WORDS = 3

/** Whether a sentence of one text stands in the other too, whatever its capitals and signs: one of some words at least. */
export function shareSentence(one: string, other: string): boolean {
  const known = new Set(sentencesOf(one))
  return sentencesOf(other).some((sentence) => known.has(sentence))
}

const sentencesOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[.!?\n]+/)
    .map((sentence) => sentence.match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter(({ length }) => length >= WORDS)
    .map((words) => words.join(' '))
