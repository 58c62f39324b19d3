import { typedText } from './grammar/clauses.ts'
import { CONJUNCTIONS, FIRST_PERSON, QUESTION_WORDS, SUBJECTS } from './grammar/words.ts'

/** Words of advice: who begins with "zoek" or "lees" and has one of these tells what to do. */
const ADVICE = new Set(
  'eerst altijd nooit pas dan daarna voortaan zelf gewoon maar ook toch goed even eens rustig hardop vaker first always never then just again carefully yourself'.split(
    ' ',
  ),
)
const JOINING = new Set(['en', 'of', 'and', 'or'])

/**
 * Whether these are words to search by, and no sentence that begins with the same verb: "zoek parkeren leaseauto", but not
 * "lees eerst het dossier, dan pas bel je".
 */
export function areKeywords(rest: string): boolean {
  const { clauses, words } = typedText(rest)
  if (clauses.length > 1) return false
  if (QUESTION_WORDS.has(words[0] ?? '')) return true
  const isOfSentence = (word: string) =>
    ADVICE.has(word) || SUBJECTS.has(word) || FIRST_PERSON.has(word) || (CONJUNCTIONS.has(word) && !JOINING.has(word))
  return !words.some(isOfSentence)
}
