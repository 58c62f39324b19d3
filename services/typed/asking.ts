import { countOf, field, has, weigh, wholeWords } from './fields/weigh.ts'
import type { Clause, Typed } from './grammar/clauses.ts'
import {
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  isParticiple,
  isPast,
  mayBeVerb,
  NEGATIONS,
  PAST,
  PREPOSITIONS,
  QUESTION_WORDS,
  RUN_UP,
  SUBJECTS,
} from './grammar/words.ts'

/** Not knowing, looking for, needing: said of now, by the writer. */
const NOT_KNOWING = field(String.raw`
  op zoek naar · zoek(?:en|t)?(?![\p{L}]) · gezocht(?![\p{L}]) · loop (?:\p{L}+ ){0,3}vast ·
  zit (?:\p{L}+ ){0,2}vast · loopt vast · staat vast · kom (?:er )?(?:\p{L}+ ){0,2}niet (?:uit|in|verder|bij) ·
  kom niet · not understand · don'?t understand · snap (?:\p{L}+ ){0,3}(?:niet|niks|niets|geen) ·
  begrijp (?:\p{L}+ ){0,3}(?:niet|niks) · weet (?:\p{L}+ ){0,4}niet · (?:don'?t|do not) (?:know|understand|get) ·
  geen idee · no idea · any idea · benieuwd · wondering · wonder (?:if|how|whether) · vraag (?:me|mij) af ·
  zou (?:\p{L}+ ){0,4}weten · wil (?:\p{L}+ ){0,3}weten · graag weten · vraagje · vraag (?:over|aan|voor) ·
  een vraag · question · hulp (?:nodig|bij|gevraagd|met) · advies · advice ·
  tips? (?:voor|over|gezocht|nodig|om|gevraagd) · tips(?![\p{L}]) ·
  iemand (?:een|enig|tips?|ervaring|ooit|wel|hier|toevallig|die|met|suggest|ideeën|idee|al) · ervaring(?:en)? met ·
  wat nu · hoe dan · hoor (?:ik )?(?:het )?graag · looking for · need (?:help|someone|advice) · anyone · anybody ·
  someone who · meekijken · meedenk · meelezen · sparren · graag (?:hulp|advies|tips|een|meedenk) ·
  help(?:en)? met · foutmelding · lukt (?:\p{L}+ ){0,3}niet · werkt (?:\p{L}+ ){0,2}niet(?! (?:als|om)) ·
  krijg (?:\p{L}+ ){0,5}niet · wie (?:legt|kan|weet|heeft|doet|gaat|is|kent|wil|regelt) · contactpersoon ·
  meer mensen · mis ik iets · ff checken · even checken · klopt het dat ·
  of (?:we|ik|je|dit|dat|het) (?:\p{L}+ ){0,12}(?:moet|moeten|mag|mogen|kan|kunnen)(?![\p{L}]) · twijfel · zoekt ·
  verstand van · nodig hebben · dringend
`)
/** The writer knows now, or knew not then: that tells. */
const FOUND_OUT = field(String.raw`
  weet nu · nu weet · wist(?:en)? (?:\p{L}+ ){0,3}niet · snapte · begreep · begrepen · ontdekt · geleerd · leerde ·
  leerzaam · gemerkt · merkte · learned · learnt · bleek · blijkt · kwam erachter · nooit geweten · voortaan ·
  volgende keer · snap ik (?:nu|waarom) · nu snap · nooit (?:eerder|meer) · les: · tip: · toen
`)
const TO_OTHERS = wholeWords(`
  iemand · jullie · collega'?s · mensen · anyone · anybody · someone · wij · we · jij · u · bij ons · hier · er
`)

const isQuestionWord = (word = '') => QUESTION_WORDS.has(word)
const isSubject = (word = '') => SUBJECTS.has(word) || DETERMINERS.has(word)
const isPlainSubject = (word = '') => SUBJECTS.has(word)

/** Without "en dus", "even een vraagje" and the like in front. */
function main(words: readonly string[]): readonly string[] {
  let start = 0
  while (start < words.length - 1 && RUN_UP.has(words[start] ?? '') && !(words[start] === 'nu' && words.length < 3))
    start++
  return words.slice(start)
}

/** "Kan iemand ..., dan teken ik het uit": a condition, whose main clause begins with `dan` or with its verb. */
function isCondition(clause: Clause, next: Clause | undefined): boolean {
  if (!next || clause.mark === '?' || clause.mark !== ',') return false
  const [first = '', second = ''] = next.words
  if (first === 'dan' || first === 'then') return true
  return (
    mayBeVerb(first) &&
    !isQuestionWord(first) &&
    (isPlainSubject(second) || ['dan', 'het', 'eerst', 'altijd', 'maar', 'gewoon'].includes(second))
  )
}

/** "Wanneer ik rustig blijf", "als je belt". */
const isSubordinate = ([first = '', second = '']: readonly string[]) =>
  (CONJUNCTIONS.has(first) && !['en', 'of', 'maar', 'want', 'dus', 'and', 'but', 'or', 'so'].includes(first)) ||
  (isQuestionWord(first) && isPlainSubject(second))

/** The verb stands first, and who does it right behind it. */
function verbFirst(words: readonly string[]): number {
  const [first = '', second = '', third = ''] = words
  if (!first || isQuestionWord(first) || PAST.has(first)) return 0
  if (AUXILIARIES.has(first) && isSubject(second)) return 1
  // "mag dat kind nou", "zijn er", "geldt nog steeds de", "moet ook een".
  if (
    AUXILIARIES.has(first) &&
    (ADVERBS.has(second) || second === 'er' || second === 'nou') &&
    (isSubject(third) || third.length > 0)
  )
    return 0.8
  if (AUXILIARIES.has(first) && second && !PREPOSITIONS.has(second) && !NEGATIONS.has(second)) return 0.6
  if (!mayBeVerb(first) || isPast(first)) return 0
  // Any other verb: a form with its subject pronoun behind it. An imperative has none.
  if (['je', 'jij', 'jullie', 'u', 'ge', 'gij', 'we', 'wij', 'ik', 'iemand', 'er'].includes(second))
    return second === 'je' ? 0.55 : 0.85
  if (['het', 'dit', 'dat', 'die', 'de', 'een'].includes(second) && /[^e]t$/u.test(first)) return 0.7
  return 0
}

/** A question word first (with a preposition before it, or a noun behind `welke`), then the verb, then who does it. */
function questionWordFirst(words: readonly string[]): number {
  let at = 0
  if (PREPOSITIONS.has(words[0] ?? '')) at = 1
  const asked = words[at] ?? ''
  if (!isQuestionWord(asked)) return 0
  const rest = words.slice(at + 1)
  const [first = '', second = ''] = rest
  if (!first) return 0.4
  // "Wat een gedoe" and "hoe fijn" call out.
  if (asked === 'wat' && ['een', "'n", 'n'].includes(first)) return 0
  // A subject right behind it makes it a subordinate clause: "hoe je iemand aan het praten krijgt".
  if (isPlainSubject(first) && first !== 'er') return 0
  const last = rest.at(-1) ?? ''
  const beyond =
    rest.slice(2).some((word) => AUXILIARIES.has(word)) ||
    (rest.length > 3 && /en$/u.test(last) && AUXILIARIES.has(rest.at(-2) ?? ''))
  // "hoe fijn het is": who it is about comes before its verb.
  if (
    asked === 'hoe' &&
    !AUXILIARIES.has(first) &&
    isSubject(second) &&
    !PRONOUNS.has(second) &&
    rest.slice(2).some((word) => AUXILIARIES.has(word))
  )
    return 0.15
  // "welke woorden je kiest".
  if (['welke', 'welk', 'which', 'hoeveel'].includes(asked) && PRONOUNS.has(second)) return 0.1
  // "hoe noem je een wethouder", but "hoe snel je iets kunt regelen".
  if (asked === 'hoe' && PRONOUNS.has(second) && !AUXILIARIES.has(first)) return beyond || rest.length < 3 ? 0.15 : 0.9
  if (asked === 'hoe' && mayBeVerb(second) && /[^e]t$/u.test(second) && rest.length > 2) return 0.9
  if (['hoe', 'hoeveel', 'welk', 'welke', 'how', 'which', 'what', 'wat', 'hoever', 'hoelang'].includes(asked)) {
    const verb = rest.findIndex((word) => AUXILIARIES.has(word) && !PAST.has(word))
    const subject = rest.findIndex((word) => isPlainSubject(word))
    // "hoe fijn het is": the subject comes before its verb.
    if (asked === 'hoe' && subject > 0 && (verb < 0 || subject < verb) && !mayBeQuestionVerb(first)) return 0.1
    if (asked === 'hoe' && rest.length <= 5 && verb === rest.length - 1) return 0.1
    if (verb >= 0 && verb <= 4) return verb === rest.length - 1 && rest.length > 3 ? 0.3 : 1
    if (mayBeQuestionVerb(first) && (isSubject(second) || ADVERBS.has(second))) return 1
    return 0.45
  }
  if (NEGATIONS.has(first) || ADVERBS.has(first)) return AUXILIARIES.has(last) ? 0.4 : 0.3
  if (AUXILIARIES.has(first)) return PAST.has(first) ? 0.35 : 1
  if (isPast(first)) return 0.3
  if (DETERMINERS.has(first)) return 0.35
  return mayBeQuestionVerb(first) ? 0.9 : 0.4
}

const PRONOUNS = new Set(['ik', 'je', 'jij', 'jullie', 'u', 'we', 'wij', 'ge', 'gij'])

const mayBeQuestionVerb = (word: string) =>
  mayBeVerb(word) && (/t$|en$/u.test(word) || AUXILIARIES.has(word) || word.length <= 7)

interface Order {
  best: number
  last: number
  conditions: number
}

/** The strongest word order of a question among the clauses; and that of the last sentence, which is what is asked for. */
function orderOf({ sentences }: Typed): Order {
  let best = 0
  let last = 0
  let conditions = 0
  for (const sentence of sentences) {
    let own = 0
    for (const [place, clause] of sentence.entries()) {
      const words = main(clause.words)
      const before = sentence[place - 1]
      // The main clause behind a subordinate one begins with its verb, as a question does.
      if (before?.mark === ',' && isSubordinate(main(before.words))) continue
      if (isCondition(clause, sentence[place + 1])) {
        conditions++
        continue
      }
      // A comma after a free relative: "Wie niet luistert, leert niks".
      const next = sentence[place + 1]
      const isFree =
        clause.mark === ',' &&
        next &&
        mayBeVerb(next.words[0] ?? '') &&
        isQuestionWord(words[0]) &&
        questionWordFirst(words) < 0.8
      const asks = isFree ? 0 : Math.max(verbFirst(words), questionWordFirst(words), inside(words))
      own = Math.max(own, place === 0 || clause.mark === '?' || place === sentence.length - 1 ? asks : asks * 0.8)
    }
    best = Math.max(best, own)
    last = own
  }
  return { best, last, conditions }
}

/** A question may come after a word or two that no list has: "nieuw hier hoe vraag ik ...". */
function inside(words: readonly string[]): number {
  for (let at = 1; at < words.length - 2; at++) {
    const [first = '', second = '', third = ''] = words.slice(at)
    if (isQuestionWord(first) && AUXILIARIES.has(second) && !PAST.has(second) && isSubject(third)) return 0.8
    if (isQuestionWord(first) && mayBeVerb(second) && !isPast(second) && PRONOUNS.has(third)) return 0.7
  }
  return 0
}

/** What somebody begins with who needs something, without a verb of asking. */
const NEEDS = new Set(
  'iemand anyone anybody someone zoek gezocht hulp tips tip? advies vraag vraagje help eentje zoekt zoeken looking need'.split(
    ' ',
  ),
)

export function askingIn(typed: Typed): number {
  const { plain, words, sentences, clauses } = typed
  if (words.length === 0) return 0
  const { best, last, conditions } = orderOf(typed)
  const marks = sentences.map((sentence) => sentence.at(-1)?.mark)
  const endsAsking = marks.at(-1) === '?'
  const asksInside = !endsAsking && (marks.includes('?') || clauses.some(({ mark }) => mark === '?'))
  const past = words.filter((word) => isPast(word)).length
  const hasVerb = words.some((word) => AUXILIARIES.has(word) || isPast(word) || isParticiple(word))
  const notKnowing = Math.min(countOf(NOT_KNOWING, plain), 2)
  const quoted = /(?:zei|zegt|vroeg|vraagt|dacht|said|asked)[^.?!]{0,25}:/u.test(plain)
  const opening = main(sentences[0]?.[0]?.words ?? [])
  const begins =
    opening.slice(0, opening[0] === 'graag' || opening[0] === 'ik' ? 2 : 1).some((word) => NEEDS.has(word)) &&
    !(opening[0] === 'help' && DETERMINERS.has(opening[1] ?? ''))
  return weigh(
    [1.4, begins && sentences[0]?.[0]?.mark !== ':' && past < 2],
    [2.2, endsAsking],
    [0.7, asksInside],
    [2.2, best],
    [0.6, last],
    [1.2, notKnowing],
    [0.5, has(TO_OTHERS, plain) && best > 0.5],
    [-1.5, Math.min(conditions, 1)],
    [-1.3, Math.min(countOf(FOUND_OUT, plain), 2)],
    [-0.35, Math.min(past, 3)],
    [-1.5, quoted],
    // What is told last is the point of it: "Is dit wel nodig? Die vraag stel ik mezelf elke week."
    [-1.2, !endsAsking && sentences.length > 1 && last === 0 && !has(TO_OTHERS, plain)],
    [-0.9, marks.at(-1) === '!' && !has(TO_OTHERS, plain)],
    [0.6, !hasVerb && words.length > 2 && words.length < 9],
  )
}
