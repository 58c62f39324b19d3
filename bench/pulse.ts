import { attack, noScores, type Score, type Scores } from './pulse/attacks.ts'
import { secondsToPublish, secondsToPublishAll } from './pulse/close.ts'
import { coverage } from './pulse/coverage.ts'
import { takenFromNaive } from './pulse/naive.ts'
import { plotOf } from './pulse/plot.ts'
import { KNOWN } from './pulse/posterior.ts'
import { takenFromProduct } from './pulse/product.ts'
import { playedSteps } from './pulse/steps.ts'
import type { Figure, Outcome } from './report.ts'
import { inWords, sized } from './size.ts'

const TOWNS = sized(200, 10)
/** Sequences of steps of an operator. */
const SEQUENCES = sized(10_000, 20)
const LARGE = sized(20_000, 2_000)
const LIMITS = { large: 2, country: 5, covered: 99 }
const COUNTRY = sized({ tenants: 342, people: 250_000 }, { tenants: 10, people: 5_000 })

/**
 * Whether anybody can be found out in a pulse: the same attacks on what the product publishes and on the usual way of
 * doing it, over as many organisations and 26 windows each. Beside it what safety costs: who is heard, and how long it takes.
 */
export async function pulse(): Promise<Outcome> {
  const scores = attacked(TOWNS)
  const [thousand, small] = [coverage(1000, 0.7), coverage(120, 0.7)]
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
      covered('1,000 people, 70 % taking part', thousand.all.covered, LIMITS.covered),
      covered('120 people, 70 % taking part', small.all.covered, LIMITS.covered),
      { name: 'in a block of their own team alone, 1,000 people', value: thousand.all.ownTeam * 100, unit: '%' },
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

const covered = (name: string, share: number, least: number): Figure => ({
  name: `heard: ${name}`,
  value: share * 100,
  unit: '%',
  least,
})
