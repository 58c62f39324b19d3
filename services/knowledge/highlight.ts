import type { Language } from '../core/ports.ts'
import type { Analysis } from '../search/analysis/analysis.ts'
import { languageOf } from '../search/analysis/words.ts'

/** A part of a text, and whether it is what was looked for. */
export interface Piece {
  text: string
  hit: boolean
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’‘ʼ`][\p{L}\p{M}]+)*/gu

/**
 * The text in pieces, with the words that match marked: together they are the text, letter by letter. A word matches in
 * any form, and when it is made with it: "vergunning" in "parkeervergunning".
 */
export function highlighted({ asked, termsOf }: Analysis, text: string, query: string, hint: Language): Piece[] {
  const language = languageOf(text, hint)
  const wanted = new Set(
    asked(query, language).flatMap(({ term, elsewhere, synonyms }) => [term, elsewhere, ...synonyms]),
  )
  const isHit = (word: string) =>
    termsOf(word, language).some(({ term, parts }) =>
      [term, ...parts.map((part) => part.term)].some((one) => wanted.has(one)),
    )
  const pieces: Piece[] = []
  let end = 0
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!isHit(word)) continue
    if (index > end) pieces.push({ text: text.slice(end, index), hit: false })
    pieces.push({ text: word, hit: true })
    end = index + word.length
  }
  return end < text.length ? [...pieces, { text: text.slice(end), hit: false }] : pieces
}
