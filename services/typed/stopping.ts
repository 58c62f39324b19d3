import { isOneSlip } from '../core/text/one-slip.ts'
import { STOP_FIELDS } from './fields/stop-fields.ts'
import { has } from './fields/weigh.ts'
import type { Typed } from './grammar/clauses.ts'

const LEAST_SLIPPED = 4
const MOST_WORDS = 3

const WISHES = 'stop stoppen stopt afmelden uitschrijven pauze unsubscribe ophouden opzeggen kappen'.split(' ')

/** A sign for it alone, or one of the words for it in a very short text, with a slip of the hand or without. */
export function isWishInOneWord({ words, isWordless }: Typed, text: string): boolean {
  if (isWordless) return has(SIGNS, text)
  return words.length <= MOST_WORDS && words.some((word) => WISHES.some((wish) => isSlipOf(word, wish)))
}

const SIGNS = /[🛑⛔🚫✋🔕🙅]/u
const { PAUSE, REST } = STOP_FIELDS

/** A pause is meant, or may be: for good is more than was asked for. */
export const isForAWhile = ({ plain }: Typed): boolean => has(PAUSE, plain) || has(REST, plain)

/** The word, or a slip of the hand for it. The first letter is nearly always right, and a short word is soon another one. */
const isSlipOf = (word: string, of: string): boolean =>
  word === of || (of.length >= LEAST_SLIPPED && word[0] === of[0] && isOneSlip(word, of))
