import { attack, noScores, type Score, type Scores } from './pulse/attacks.ts'
import { secondsToPublish, secondsToPublishAll } from './pulse/close.ts'
import { coverage } from './pulse/coverage.ts'
import { takenFromNaive } from './pulse/naive.ts'
import { knownOut, overTime } from './pulse/over-time.ts'
import { plotOf } from './pulse/plot.ts'
import { KNOWN } from './pulse/posterior.ts'
import { takenFromProduct } from './pulse/product.ts'
import { playedSteps } from './pulse/steps.ts'
import type { Figure, Outcome } from './report.ts'
import { inWords, isSmall, sized } from './size.ts'

const TOWNS = sized(200, 10)
/** Sequences of steps of an operator. */
const SEQUENCES = sized(10_000, 20)
const LARGE = sized(20_000, 2_000)
const LIMITS = { large: 2, country: 5, covered: [99, 99, 98] }
/** Which part of the answers is shared by name. */
const NAMED = [0.01, 0.2, 0.4]
const shareIn = (at: number) => `${(NAMED[at] ?? 0) * 100} %`
const COUNTRY = sized({ tenants: 342, people: 250_000 }, { tenants: 10, people: 5_000 })

/**
 * Whether anybody can be found out in a pulse: the same attacks on what the product publishes and on the usual way of
 * doing it, over as many organisations and 26 windows each. Beside it what safety costs: who is heard, and how long it takes.
 */
export async function pulse(): Promise<Outcome> {
  const scores = attacked(TOWNS)
  const heard = NAMED.map((named) => [coverage(1000, 0.7, named), coverage(120, 0.7, named)] as const)
  const [thousand, small] = heard[0] ?? []
  const [watched, silent, old] = [overTime(isSmall), knownOut(), knownOut(14)]
  const [steps, before] = [await playedSteps(SEQUENCES, 'product'), await playedSteps(SEQUENCES, 'old')]
  // Once to warm up: what is measured is the work, not the compiler's.
  secondsToPublish(2000)
  return {
    figures: [
      ...figuresOf('product', scores.product),
      ...figuresOf('naive k=5', scores.naive),
      { name: verdict(scores), value: sum(scores.product, 'successful'), unit: 'attacks', limit: 0 },
      { name: 'control: successful on naive k=5', value: sum(scores.naive, 'successful'), unit: 'attacks', least: 1 },
      { name: `A41: pairs of ${steps.answers} answers near each other`, value: steps.near, unit: 'attacks', limit: 0 },
      { name: 'A41: surest of one act, in percent', value: steps.surest * 100, unit: '%', limit: 90 },
      { name: 'A41, control: pairs near each other by the old rule', value: before.near, unit: 'attacks', least: 1 },
      { name: 'A41, control: surest by the old rule, in percent', value: before.surest * 100, unit: '%', least: 99 },
      ...overTimeFigures(watched),
      ...silenceFigures(silent, old),
      ...heard.flatMap(([large, few], at) => [
        covered(`1,000 people, 70 % taking part, ${shareIn(at)} by name`, large.all.full, LIMITS.covered[at]),
        covered(`120 people, 70 % taking part, ${shareIn(at)} by name`, few.all.full, LIMITS.covered[at]),
        covered(`the same with the first lists after a cut, 1,000 people, ${shareIn(at)} by name`, large.all.covered),
      ]),
      {
        name: 'in a block of their own team alone, 1,000 people',
        value: (thousand?.all.ownTeam ?? 0) * 100,
        unit: '%',
      },
      {
        name: `publishing for ${inWords(LARGE)} people`,
        value: secondsToPublish(LARGE).seconds,
        unit: 's',
        limit: LIMITS.large,
      },
      {
        name: `publishing for ${COUNTRY.people} people in ${COUNTRY.tenants} municipalities`,
        value: secondsToPublishAll(COUNTRY.tenants, COUNTRY.people),
        unit: 's',
        limit: LIMITS.country,
      },
    ],
    detail: { towns: TOWNS, scores, coverage: { thousand, small } },
  }
}

const surest = (name: string, sure: number, bound: { limit?: number; least?: number } = {}): Figure => ({
  name: `surest, ${name}`,
  value: sure * 100,
  unit: '%',
  ...(bound.limit !== undefined && { limit: bound.limit * 100 }),
  ...(bound.least !== undefined && { least: bound.least * 100 }),
})

/** A42, A43, with A55 beside them, of which no more is claimed than what is printed. */
const overTimeFigures = (found: ReturnType<typeof overTime>): Figure[] => [
  surest('A42 A43, half a year, topics', found.topics, { limit: 0.8 }),
  surest('A42 A43, half a year, how', found.how, { limit: 0.87 }),
  surest('A42 A43, half a year, how, also what is seen less than once in a million', found.howEver),
  surest('A42 A43, half a year, an exception, topics', found.topicsException, { limit: 0.9 }),
  surest('A42 A43, half a year, an exception, how, once in 100,000', found.howException, { limit: 0.9 }),
  surest('A42 A43, half a year, an exception, how, once in a million', found.howExceptionRare),
  surest('A42 A43, a year, topics', found.topicsYear, { limit: 0.9 }),
  surest('A42 A43, half a year, topics, 80 to 95 % taking part', found.topicsLess, { limit: 0.8 }),
  surest('A42 A43, half a year, topics, one in five is new', found.topicsFresh, { limit: 0.8 }),
  surest('A55, half of the colleagues known', found.knownHalf),
  surest('A55, eight in ten of the colleagues known', found.knownMost),
  surest('A42, control: all answers, 95 % taking part', found.controls.all, { least: 0.93 }),
  surest('A42, control: all answers of twelve weeks', found.controls.allSure, { least: 0.99 }),
  surest('A42, control: one draw for two lists', found.controls.oneDraw, { least: 0.99 }),
]

/** A44: what a list that came or did not says of who took part, and the same where the floor is 14. */
const silenceFigures = (found: ReturnType<typeof knownOut>, old: ReturnType<typeof knownOut>): Figure[] => [
  surest('A44, came, three silent', found.alike.came, { limit: 0.9 }),
  surest('A44, did not come, three silent', found.alike.not, { limit: 0.9 }),
  surest('A44, came, each habit known', found.known.came, { limit: 0.9 }),
  surest('A44, did not come, each habit known', found.known.not, { limit: 0.9 }),
  surest('A44, did not come, some are known to answer always', found.always.not),
  surest('A44, control: who is known to be out is counted', old.alike.came, { least: 0.99 }),
]

/** Both publishers, in the same towns, under the same attackers. */
export function attacked(towns: number): { product: Scores; naive: Scores } {
  const scores = { product: noScores(), naive: noScores() }
  for (let seed = 0; seed < towns; seed++) {
    const plot = plotOf(seed)
    attack(takenFromProduct(plot), plot, scores.product)
    attack(takenFromNaive(plot), plot, scores.naive)
  }
  return scores
}

const sum = (scores: Scores, part: keyof Score) =>
  Object.values(scores).reduce((total, score) => total + score[part], 0)

const verdict = ({ product }: { product: Scores }) => `0 successful attacks of ${sum(product, 'executed')}`

const figuresOf = (who: string, scores: Scores): Figure[] =>
  Object.entries(scores).map(([kind, { executed, successful, worst }]) => ({
    name: `${who}, ${kind}: of ${executed}${worst > 0 ? `, surest ${worst.toFixed(3)} (found out from ${KNOWN})` : ''}`,
    value: successful,
    unit: 'attacks',
  }))

const covered = (name: string, share: number, least?: number): Figure => ({
  name: `heard: ${name}`,
  value: share * 100,
  unit: '%',
  ...(least !== undefined && { least }),
})
