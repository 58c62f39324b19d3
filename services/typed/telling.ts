import { countOf, field, weigh } from './fields/weigh.ts'
import type { Typed } from './grammar/clauses.ts'
import {
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  FIRST_PERSON,
  isParticiple,
  isPast,
  mayBeVerb,
  NEGATIONS,
  PREPOSITIONS,
  QUESTION_WORDS,
  SUBJECTS,
} from './grammar/words.ts'

/** Having learned something. */
const LEARNT = field(String.raw`
  geleerd · leer(?:de|den) · leerzaam · leermoment(?!en) · lesje?(?![\p{L}]) · tip(?![\p{L}]) · inzicht · eye.?opener · gemerkt · merk(?:te)?(?![\p{L}]) · ontdekt · erachter ·
  nooit geweten · wist(?:en)? (?:\p{L}+ ){0,3}niet · begrepen · begreep · snap (?:ik )?(?:nu|waarom) · nu snap · bleek · blijkt · blijken · opviel · opgevallen · verrass ·
  learned · learnt · found out · realised · realized · noticed · turns out · discovered · voortaan · volgende keer · tegenwordig · neem(?: ik)? mee · meeneem
`)
/** What something comes to. */
const SOFT = field(`
  in plaats van · ipv · scheelt · helpt · hielp · werkt (?:beter|goed|prima|sneller|wel) · beter · sneller · makkelijker · handig · fijn · loont · levert · leverde · maakt (?:echt )?uit ·
  belangrijk · nodig is · soms · altijd · eerst · gelukt · mislukt · fout · foutje · juist · vooral · opeens · toch
`)
/** How much a text tells what happened, what somebody does now, or what is so: something to keep. */
export function tellingIn({ plain, words, sentences }: Typed, work: number): number {
  if (words.length === 0) return 0
  const [first = '', second = '', third = ''] = sentences[0]?.[0]?.words ?? []
  const past = words.filter((word) => isPast(word)).length
  const done = words.filter((word) => isParticiple(word)).length
  const self = words.filter((word) => FIRST_PERSON.has(word)).length
  const isClause = first === 'dat' || first === 'that' || (QUESTION_WORDS.has(first) && SUBJECTS.has(second))
  // Who does it, then the verb: the order of a statement.
  const states =
    (SUBJECTS.has(first) && mayBeVerb(second)) ||
    (DETERMINERS.has(first) && words.slice(2, 6).some((word) => AUXILIARIES.has(word) || mayBeVerb(word))) ||
    (!QUESTION_WORDS.has(first) &&
      !SUBJECTS.has(first) &&
      !AUXILIARIES.has(first) &&
      words.slice(1, 6).some((word) => AUXILIARIES.has(word)))
  // "Ik belde", "we vroegen": what the writer did.
  const did = [second, third].some((word) => isPast(word)) && FIRST_PERSON.has(first)
  const commands = mayBeVerb(first) && !AUXILIARIES.has(first) && !SUBJECTS.has(second) && words.length > 2
  return weigh(
    [0.9, Math.min(past, 2)],
    [0.7, Math.min(done, 2)],
    [1, Math.min(countOf(LEARNT, plain), 2)],
    [0.5, Math.min(countOf(SOFT, plain), 2)],
    [0.3, Math.min(work, 3)],
    [-0.8, work === 0 && countOf(LEARNT, plain) === 0],
    [0.4, self > 0],
    [1.4, isClause],
    // "Kan iemand iets niet lezen, dan teken ik het uit": what somebody does, and when.
    [1.2, /, (?:dan|then)(?!\p{L})/u.test(plain)],
    [0.7, states],
    [0.7, states && work >= 2],
    [0.9, did],
    [0.5, commands],
    [0.3, words.length >= 6],
    [0.4, words.length >= 10],
    [-1.2, words.length <= 2],
    [0.3, CONJUNCTIONS.has(words[1] ?? '') || PREPOSITIONS.has(first) || ADVERBS.has(first) || NEGATIONS.has(first)],
  )
}
