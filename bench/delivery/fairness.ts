import { hours, later } from '../../services/core/time.ts'
import { FAULTS } from './faults.ts'
import { BEGINS, openWorld, PER_SECOND } from './trial.ts'
import { startWorker } from './worker.ts'

/** Long enough for all but the one that is refused. */
const ENDS = later(BEGINS, hours(1 / 12))
const REFUSED = FAULTS.find(({ name }) => name === '429 seconds')

/**
 * How much later the others get their question while the first municipality is refused with 429, every request of it:
 * the p95 of their first attempts against the same round without that, in the town where it matters most.
 */
export async function fairness(sizes: readonly number[]): Promise<number> {
  const calm = await p95Of(sizes, false)
  const beside = await p95Of(sizes, true)
  return Math.max(...beside.map((p95, place) => p95 / (calm[place] ?? 0)))
}

/** Of every town but the first, in milliseconds from the beginning. */
async function p95Of(sizes: readonly number[], isRefused: boolean): Promise<number[]> {
  const { clock, keeper, towns, wire, connector } = await openWorld({ seed: 1, share: 0, sizes })
  const [first, ...others] = towns
  connector.faultsAre((tenant) => (isRefused && tenant === first?.tenant ? REFUSED : undefined))
  const worker = startWorker({ keeper, clock, wire, perSecond: PER_SECOND })
  await clock.run(Promise.all(towns.map(({ tenant }) => worker.startRound(tenant))))
  await clock.run(worker.work(ENDS))
  await keeper.close()
  if (isRefused && (connector.met().get(REFUSED?.name ?? '') ?? 0) === 0) throw new Error('nobody was refused')
  return others.map(({ tenant, people, without }) => {
    const place = Math.ceil(0.95 * (people.length - without.size)) - 1
    return (connector.ledger.firsts(tenant)[place] ?? Number.POSITIVE_INFINITY) - BEGINS.getTime()
  })
}
