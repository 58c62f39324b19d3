import { seeded } from '../../bench/seeded.ts'
import { wordLists } from '../../services/adapters/dictionary/lists.ts'
import trade from '../../services/search/analysis/trade-words.json' with { type: 'json' }
import {
  type Encoded,
  encoded,
  LEARNT,
  type Learnt,
  PLACES,
  type Weights,
  weighed,
} from '../../services/typed/classifier.ts'
import { typedText } from '../../services/typed/clauses.ts'
import { featuresOf } from '../../services/typed/features.ts'
import { createWorkWords } from '../../services/typed/work-words.ts'
import { type Half, rowsOf, setOf } from './sets.ts'

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
  'small-talk': only('talk'),
  question: only('asks'),
  moment: only('tells'),
  distress: { distress: true, stop: false, bot: false, talk: false },
  'stop-other': { distress: false, stop: false, bot: false, talk: false },
  'distress-words': { distress: false, stop: false, bot: false, talk: false },
}

export const examplesOf = (half: Half): Example[] =>
  Object.entries(SETS).flatMap(([set, is]) => setOf(set, half).map((text) => ({ text, is })))

const OF_KIND: Record<string, Example['is']> = { Q: only('asks'), M: only('tells'), S: only('talk') }

/** The texts that rules were tuned on from the beginning: of three kinds, and questions of the example municipality. */
export function spokenExamples(): Example[] {
  const kinds = rowsOf('../typed/sets/kind.tsv').map(([kind = '', text = '']) => ({ text, is: OF_KIND[kind] ?? {} }))
  const questions = rowsOf('../ask/questions.tsv').map(([, text = '']) => ({ text, is: only('asks') }))
  return [...kinds, ...questions]
}

/** How often all texts are gone through, how far each step goes, and how strongly weights are held near nothing. */
const ROUNDS = 12
const RATE = 0.3
const HOLD = 1
/** Small whole numbers, of one byte each. */
const MOST = 127

/** Learns to tell the kinds apart, each by itself, by logistic regression. The same examples give the same weights. */
export async function learn(examples: readonly Example[]): Promise<Weights> {
  const { common } = await wordLists()
  const isWorkWord = createWorkWords(common.nl, common.en, trade)
  const texts = examples.map(({ text }) => encoded(featuresOf(typedText(text), text, isWorkWord)))
  const learnt = LEARNT.map((kind) => [kind, packed(learnKind(kind, examples, texts))] as const)
  return {
    steps: Object.fromEntries(learnt.map(([kind, { step }]) => [kind, step])) as Weights['steps'],
    rows: Object.fromEntries(learnt.map(([kind, { row }]) => [kind, row])) as Weights['rows'],
  }
}

function learnKind(kind: Learnt, examples: readonly Example[], texts: readonly Encoded[]): Float64Array {
  const known = examples.flatMap(({ is }, at) => (is[kind] === undefined ? [] : [at]))
  const weights = new Float64Array(PLACES)
  const moved = new Float64Array(PLACES).fill(1e-6)
  const draw = seeded(7)
  for (let round = 0; round < ROUNDS; round++) {
    for (const at of shuffled(known, draw)) {
      const text = texts[at] as Encoded
      const likely = 1 / (1 + Math.exp(-weighed(weights, text)))
      step(weights, moved, text, likely - Number(examples[at]?.is[kind]), HOLD / known.length)
    }
  }
  return weights
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
