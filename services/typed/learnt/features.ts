import { askingIn } from '../asking.ts'
import { DISTRESS_FIELDS } from '../fields/distress-fields.ts'
import { type CountFields, createFieldCounts } from '../fields/field-counts.ts'
import { OUTCOME_FIELDS } from '../fields/outcome-fields.ts'
import { RUNNING_FIELDS } from '../fields/running-fields.ts'
import { STOP_FIELDS } from '../fields/stop-fields.ts'
import { WHOSE_FIELDS } from '../fields/whose-fields.ts'
import type { Typed } from '../grammar/clauses.ts'
import { classOf } from '../grammar/word-classes.ts'
import { FIRST_PERSON } from '../grammar/words.ts'
import { type IsWorkWord, workIn } from '../grammar/work-words.ts'
import { tellingIn } from '../telling.ts'
import type { Features } from './classifier.ts'

/** How much a property of each group counts. */
const VALUES = { words: 1, letters: 0.3, fields: 2.5, together: 1, order: 1.5 } as const

const TOKEN = /[\p{L}\p{N}][\p{L}\p{N}'-]*|[?!]|\p{Extended_Pictographic}/gu
/** A longer word is also seen without its end: "gepest", "gepeste". */
const STEM = 5
/** Runs of so many letters of a word: a slip of the hand leaves most of them. */
const RUNS = [3, 4]
const LENGTHS = [1, 2, 3, 5, 8, 12, 20]
const MOST_WORK = 4
const STEPS = [0.2, 0.6, 1, 1.6, 2.4, 3.4]

const FIELDS = [
  ...Object.entries({ ...DISTRESS_FIELDS, ...WHOSE_FIELDS, ...OUTCOME_FIELDS }).map(
    ([name, field]) => [`distress ${name}`, field] as const,
  ),
  ...Object.entries(STOP_FIELDS).map(([name, field]) => [`stop ${name}`, field] as const),
  ...Object.entries(RUNNING_FIELDS).map(([name, field]) => [`running ${name}`, field] as const),
]
/** Made with the first text: a start needs none of it. */
let countFields: CountFields | undefined

/** What the classifier sees of a text. Words are seen as they are, by their class, by pairs, and by their letters. */
export function featuresOf(typed: Typed, text: string, isWorkWord: IsWorkWord): Features {
  const tokens = (typed.isWordless ? text : typed.plain).match(TOKEN) ?? []
  const isWork = once(isWorkWord)
  const work = workIn(typed.words, isWork)
  countFields ??= createFieldCounts(FIELDS.map(([, field]) => field))
  const counts = countFields(typed.plain)
  const fields = FIELDS.flatMap(([name], which) => counted(name, counts[which] ?? 0))
  const names = {
    words: new Set(['any', ...wordsOf(tokens), ...classesOf(tokens, isWork), ...formOf(typed, work)]),
    letters: lettersOf(tokens),
    fields,
    together: together([...fields.filter((name) => !name.endsWith(TWICE)), personOf(typed)]),
    order: new Set([...above('asks', askingIn(typed)), ...above('tells', tellingIn(typed, work))]),
  }
  return (Object.keys(VALUES) as (keyof typeof VALUES)[]).map((group) => ({
    value: VALUES[group],
    names: [...names[group]],
  }))
}

function wordsOf(tokens: readonly string[]): string[] {
  const found = tokens.flatMap((word) =>
    word.length > STEM ? [`w:${word}`, `s:${word.slice(0, STEM)}`] : [`w:${word}`],
  )
  return [...found, ...pairsOf(['^', ...tokens, '$']).map((pair) => `b:${pair}`)]
}

/** The order of the classes of words: how a sentence is built, whatever it is about. */
function classesOf(tokens: readonly string[], isWorkWord: IsWorkWord): string[] {
  const classes = ['^', ...tokens.map((word) => classOf(word, isWorkWord)), '$']
  return [...classes, ...pairsOf(classes), `^${classes.slice(0, 3).join(' ')}`].map((name) => `t:${name}`)
}

const pairsOf = (all: readonly string[]) => all.slice(1).map((second, at) => `${all[at]} ${second}`)

/** Of every word typed, so that loops cost less than lists here. */
function lettersOf(words: readonly string[]): Set<string> {
  const found = new Set<string>()
  for (const word of words) {
    const bounded = `<${word}>`
    for (const length of RUNS)
      for (let at = 0; at + length <= bounded.length; at++) found.add(`c:${bounded.slice(at, at + length)}`)
  }
  return found
}

/** A word is looked up in long lists: once for a text. */
function once(isWorkWord: IsWorkWord): IsWorkWord {
  const found = new Map<string, boolean>()
  return (word) => {
    const known = found.get(word) ?? isWorkWord(word)
    found.set(word, known)
    return known
  }
}

function formOf({ words, isWordless }: Typed, work: number): string[] {
  const length = LENGTHS.find((most) => words.length <= most) ?? 'more'
  return [
    `length ${length}`,
    ...Array.from({ length: Math.min(work, MOST_WORK) + 1 }, (_, least) => `work ${least}`),
    personOf({ words }),
    ...(isWordless ? ['wordless'] : []),
  ]
}

const personOf = ({ words }: Pick<Typed, 'words'>) =>
  words.some((word) => FIRST_PERSON.has(word)) ? 'first person' : 'no first person'

const TWICE = ' twice'
const counted = (name: string, count: number) => (count > 1 ? [name, `${name}${TWICE}`] : count > 0 ? [name] : [])

/** Fields that stand in one text: shouting at the writer is another thing than shouting at a customer. */
const together = (names: readonly string[]) =>
  names.flatMap((name, at) => names.slice(at + 1).map((other) => `${name} & ${other}`))

const above = (name: string, score: number) => STEPS.filter((step) => score >= step).map((step) => `${name} ${step}`)
