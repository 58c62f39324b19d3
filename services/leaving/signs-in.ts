import type { PhoneNumbers, Sign, SignKind } from '../core/text/signs.ts'
import { namesIn } from './names-in.ts'
import { plainSigns } from './plain-signs.ts'
import { CAPITALS, LEAST, type Word, wordsOf } from './written-words.ts'

/** What has to be known of a municipality to see whom a text may point at. */
export interface Surroundings {
  /** Whether it is part of the name of somebody on the roster, in plain letters. */
  isOnRoster(part: string): boolean
  /** Whether many people use a word, in Dutch or English. */
  isFamiliar(word: string): boolean
  /** Whether there is such a word at all. */
  isWord(word: string): boolean
  phones: PhoneNumbers
}

/** So many letters make a word that may be somebody's own. */
const RARE = 4

/** The most telling one first: what is two things is said to be this one. */
const ORDER: readonly SignKind[] = [
  ...(['account', 'email', 'phone', 'bsn', 'birth', 'address', 'case'] as const),
  ...(['name', 'self', 'rare'] as const),
]

/**
 * Every place in a text by which somebody may be recognised: in the order of the text, none within another. It warns and
 * decides nothing; who wrote it decides.
 */
export function signsIn(text: string, around: Surroundings): Sign[] {
  const words = wordsOf(text)
  const rare = words.filter((word) => isRare(word, around)).map(({ from, to }): Sign => ({ kind: 'rare', from, to }))
  const names = namesIn(text, words, around).map((name) => housed(text, name))
  const all = [...plainSigns(text, around.phones), ...names, ...rare]
  const kept: Sign[] = []
  for (const one of all.sort(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || b.to - b.from - (a.to - a.from),
  ))
    if (kept.every(({ from, to }) => one.to <= from || to <= one.from)) kept.push(one)
  return kept.sort((one, other) => one.from - other.from)
}

const HOUSE =
  /^\s(?:nr\.?\s|nummer\s)?\d{1,4}(?:\s?[a-z]|-\d{1,3})?(?![\p{L}\d.,:]\d?|\d|\s(?:jaar|years|keer|uur|dagen|weken|maanden|mensen|kinderen|x)(?!\p{L}))/iu

/** What looks like a name with a number behind it is a street. */
function housed(text: string, name: Sign): Sign {
  const [house] = HOUSE.exec(text.slice(name.to)) ?? []
  return house ? { kind: 'address', from: name.from, to: name.to + house.length } : name
}

function isRare({ text }: Word, { isFamiliar }: Surroundings): boolean {
  if (text.length < RARE || CAPITALS.test(text)) return false
  return !isFamiliar(text) && !text.split(/[-’']/).every((part) => part.length < LEAST || isFamiliar(part))
}
