import {
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  isParticiple,
  isPast,
  NEGATIONS,
  PREPOSITIONS,
  QUESTION_WORDS,
  SUBJECTS,
} from './words.ts'
import type { IsWorkWord } from './work-words.ts'

const words = (list: string) => new Set(list.split(' '))

const CLOSED: readonly [name: string, words: ReadonlySet<string>][] = [
  ['question', QUESTION_WORDS],
  ['me', words('me mij mijn ons my')],
  ['i', words("ik i 'k we wij")],
  ['you', words('je jij jou jouw u you your ge')],
  ['subject', SUBJECTS],
  ['negation', NEGATIONS],
  ['auxiliary', AUXILIARIES],
  ['determiner', DETERMINERS],
  ['preposition', PREPOSITIONS],
  ['conjunction', CONJUNCTIONS],
  ['adverb', ADVERBS],
]

/** The first class that has a word is its class. */
const CLASSES: ReadonlyMap<string, string> = new Map(
  CLOSED.toReversed().flatMap(([name, those]) => [...those].map((word) => [word, name] as const)),
)

/** What part a word has in a sentence; a mark is its own class. */
export function classOf(word: string, isWorkWord: IsWorkWord): string {
  if (/^[?!]/.test(word)) return word
  const closed = CLASSES.get(word)
  if (closed) return closed
  if (isPast(word)) return 'past'
  if (isParticiple(word)) return 'participle'
  if (/^\d/.test(word)) return 'number'
  return isWorkWord(word) ? 'work' : 'everyday'
}
