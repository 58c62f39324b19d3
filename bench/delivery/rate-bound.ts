import { hours, later } from '../../services/core/time.ts'
import type { Figure, Outcome } from '../report.ts'
import { sized } from '../size.ts'
import { BEGINS, openWorld, PER_SECOND } from './trial.ts'
import { startWorker } from './worker.ts'

const ONE_TOWN = sized(20_000, 1_000)
const LIMITS = { one: 1.02, many: 1.05 }
/** As many municipalities as there are, a few of them large. */
const TOWNS = sized(342, 10)
const PEOPLE = sized(250_000, 5_000)
const LARGEST = sized(20_000, 1_000)

/** How long a round takes when nothing but the rate holds it back, in simulated time. */
export async function rateBound(): Promise<Outcome> {
  const one = await slowest([ONE_TOWN])
  const many = await slowest(sizesOf(TOWNS, PEOPLE, LARGEST))
  const figures: Figure[] = [
    { name: `${ONE_TOWN} people at ${PER_SECOND}/s`, value: one.minutes, unit: 'min' },
    { name: 'against N / limit', value: one.ratio, unit: 'x', limit: LIMITS.one },
    { name: `${PEOPLE} people in ${TOWNS} municipalities`, value: many.minutes, unit: 'min' },
    { name: 'against the largest municipality alone', value: many.ratio, unit: 'x', limit: LIMITS.many },
  ]
  return { figures, detail: { one, many } }
}

/** Each the same part smaller than the one before, down to a handful, so that all of them together are `people`. */
export function sizesOf(towns: number, people: number, largest: number): number[] {
  let [low, high] = [0, 1]
  const sizes = (factor: number) =>
    Array.from({ length: towns }, (_, place) => Math.max(5, Math.round(largest * factor ** place)))
  const sum = (all: readonly number[]) => all.reduce((total, size) => total + size, 0)
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2
    if (sum(sizes(middle)) < people) low = middle
    else high = middle
  }
  return sizes(high)
}

async function slowest(sizes: readonly number[]) {
  const world = await openWorld({ seed: 1, share: 0, sizes })
  const { clock, keeper, towns, wire, connector } = world
  const worker = startWorker({ keeper, clock, wire, perSecond: PER_SECOND })
  await clock.run(Promise.all(towns.map(({ tenant }) => worker.startRound(tenant))))
  await clock.run(worker.work(later(BEGINS, hours(2))))
  await keeper.close()
  const [first] = towns
  const people = first ? first.people.length - first.without.size : 0
  const until = Math.max(
    ...towns.map(({ tenant }) => connector.ledger.firsts(tenant).at(-1) ?? Number.POSITIVE_INFINITY),
  )
  const took = until - BEGINS.getTime()
  const { requests, accepted } = connector.ledger.totals()
  return { minutes: took / 60_000, ratio: took / ((people / PER_SECOND) * 1000), requests, accepted }
}
