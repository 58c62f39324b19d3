import { seeded } from '../../bench/seeded.ts'
import { wordLists } from '../../services/adapters/dictionary/lists.ts'
import trade from '../../services/search/analysis/trade-words.json' with { type: 'json' }
import { typedText } from '../../services/typed/grammar/clauses.ts'
import { createWorkWords } from '../../services/typed/grammar/work-words.ts'
import {
  type Encoded,
  encoded,
  LEARNT,
  type Learnt,
  packedPlaces,
  type Weights,
} from '../../services/typed/learnt/classifier.ts'
import { featuresOf } from '../../services/typed/learnt/features.ts'
import { type Half, isThere, rowsOf, setOf } from './sets.ts'

/** A text, and of which kinds it is and is not. What is not known of it is learnt by nobody. */
export interface Example {
  text: string
  is: Partial<Record<Learnt, boolean>>
}

const only = (kind: Learnt): Example['is'] =>
  Object.fromEntries(LEARNT.map((one) => [one, one === kind])) as Record<Learnt, boolean>

/** What the texts of each set are. Those with the words of another kind may ask or tell. */
const SETS: Record<string, Example['is']> = {
  stop: only('stop'),
  'about-bot': only('bot'),
  running: only('running'),
  'small-talk': only('talk'),
  question: only('asks'),
  moment: only('tells'),
  distress: { distress: true, stop: false, bot: false, talk: false, running: false },
  'running-other': only('asks'),
  'stop-other': { distress: false, stop: false, bot: false, talk: false, running: false },
  'distress-words': { distress: false, stop: false, bot: false, talk: false, running: false },
}

export const examplesOf = (half: Half): Example[] =>
  Object.entries(SETS).flatMap(([set, is]) =>
    isThere(set, half) ? setOf(set, half).map((text) => ({ text, is })) : [],
  )

const OF_KIND: Record<string, Example['is']> = { Q: only('asks'), M: only('tells'), S: only('talk') }

/** The texts that rules were tuned on from the beginning: of three kinds, and questions of the example municipality. */
export function spokenExamples(): Example[] {
  const kinds = rowsOf('../typed/sets/kind.tsv').map(([kind = '', text = '']) => ({ text, is: OF_KIND[kind] ?? {} }))
  const questions = rowsOf('../ask/routing/questions.tsv').map(([, text = '']) => ({ text, is: only('asks') }))
  return [...kinds, ...questions]
}

/** How often all texts are gone through, how far each step goes, and how strongly weights are held near nothing. */
const ROUNDS = 12
const RATE = 0.3
const HOLD = 0.5
/** From here on the weights of each round are added up: their middle is steadier than the last of them. */
const STEADY = ROUNDS / 2
/** What only one text has says nothing about another. */
const LEAST_TEXTS = 2
/** Small whole numbers, of one byte each. */
const MOST = 127

/** Learns to tell the kinds apart, each by itself, by logistic regression. The same examples give the same weights. */
export async function learn(examples: readonly Example[]): Promise<Weights> {
  const { common } = await wordLists()
  const isWorkWord = createWorkWords(common.nl, common.en, trade)
  const all = examples.map(({ text }) => encoded(featuresOf(typedText(text), text, isWorkWord)))
  const places = sharedPlaces(all)
  const rows = new Map(places.map((place, row) => [place, row]))
  const texts = all.map((text) => inRows(text, rows))
  const learnt = LEARNT.map((kind) => [kind, packed(learnKind(kind, examples, texts, places.length))] as const)
  return {
    places: Buffer.from(packedPlaces(places)).toString('base64'),
    steps: Object.fromEntries(learnt.map(([kind, { step }]) => [kind, step])) as Weights['steps'],
    rows: Object.fromEntries(learnt.map(([kind, { row }]) => [kind, row])) as Weights['rows'],
  }
}

/** The places that more than one text has, in order. */
function sharedPlaces(texts: readonly Encoded[]): number[] {
  const counts = new Map<number, number>()
  for (const { places } of texts) for (const place of new Set(places)) counts.set(place, (counts.get(place) ?? 0) + 1)
  const shared = [...counts].filter(([, count]) => count >= LEAST_TEXTS)
  return shared.map(([place]) => place).sort((one, other) => one - other)
}

function inRows({ places, values }: Encoded, rows: ReadonlyMap<number, number>): Encoded {
  const kept = places.flatMap((place, at) => {
    const row = rows.get(place)
    return row === undefined ? [] : [[row, values[at] as number] as const]
  })
  return { places: kept.map(([row]) => row), values: kept.map(([, value]) => value) }
}

function learnKind(kind: Learnt, examples: readonly Example[], texts: readonly Encoded[], rows: number): Float64Array {
  const known = examples.flatMap(({ is }, at) => (is[kind] === undefined ? [] : [at]))
  const weights = new Float64Array(rows)
  const moved = new Float64Array(rows).fill(1e-6)
  const sums = new Float64Array(rows)
  const draw = seeded(7)
  for (let round = 0; round < ROUNDS; round++) {
    for (const at of shuffled(known, draw)) {
      const text = texts[at] as Encoded
      const likely = 1 / (1 + Math.exp(-weighed(weights, text)))
      step(weights, moved, text, likely - Number(examples[at]?.is[kind]), HOLD / known.length)
    }
    if (round >= STEADY) for (const [row, weight] of weights.entries()) sums[row] = (sums[row] as number) + weight
  }
  return sums.map((sum) => sum / (ROUNDS - STEADY))
}

/** The sum of the weights of a text. */
function weighed(weights: Float64Array, { places, values }: Encoded): number {
  let sum = 0
  for (let at = 0; at < places.length; at++) sum += (weights[places[at] as number] as number) * (values[at] as number)
  return sum
}

/** One step against the error; what moved much before moves less. */
function step(weights: Float64Array, moved: Float64Array, text: Encoded, error: number, hold: number): void {
  for (let at = 0; at < text.places.length; at++) {
    const place = text.places[at] as number
    const slope = error * (text.values[at] as number) + hold * (weights[place] as number)
    moved[place] = (moved[place] as number) + slope * slope
    weights[place] = (weights[place] as number) - (RATE / Math.sqrt(moved[place] as number)) * slope
  }
}

function shuffled(all: readonly number[], draw: () => number): number[] {
  const mixed = [...all]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(draw() * (at + 1))
    ;[mixed[at], mixed[other]] = [mixed[other] as number, mixed[at] as number]
  }
  return mixed
}

function packed(weights: Float64Array): { step: number; row: string } {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const exact = largest / MOST
  return {
    step: Number(exact.toPrecision(6)),
    row: Buffer.from(Int8Array.from(weights, (weight) => Math.round(weight / exact)).buffer).toString('base64'),
  }
}
