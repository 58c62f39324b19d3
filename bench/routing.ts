import type { Figure, Outcome } from './report.ts'
import { createChance } from './routing/chance.ts'
import { type Measures, measured } from './routing/measures.ts'
import { bestMatchAlways, fair } from './routing/routers.ts'
import { buildTown } from './routing/town.ts'
import { liveWeeks } from './routing/weeks.ts'
import { sized } from './size.ts'

const SIZE = sized(1000, 200)
const WEEKS = sized(20, 5)
const SEED = 5

/** The same town and the same weeks, with the product's router and with one that always takes the best match. */
export async function simulated(size: number, weeks: number, seed = SEED): Promise<Record<'fair' | 'best', Measures>> {
  const run = async (router: typeof fair) => {
    const town = await buildTown(size, createChance(seed))
    return measured(town, await liveWeeks(town, weeks, createChance(seed + 1), router(town)))
  }
  return { fair: await run(fair), best: await run(bestMatchAlways) }
}

/** Whom questions fall on, and what the fairness costs the asker. */
export async function routing(): Promise<Outcome> {
  const { fair: own, best } = await simulated(SIZE, WEEKS)
  const figures: Figure[] = [
    { name: 'asks', value: own.asks, unit: 'asks' },
    { name: 'asks accepted', value: own.accepted, unit: 'share', least: 0.6 },
    { name: 'asks accepted, best match always', value: best.accepted, unit: 'share' },
    { name: 'asks that helped', value: own.helped, unit: 'share' },
    { name: 'asks that helped, best match always', value: best.helped, unit: 'share' },
    { name: 'median working hours to an answer', value: own.medianHours, unit: 'h', limit: 16 },
    { name: 'median working hours to an answer, best match always', value: best.medianHours, unit: 'h' },
    { name: 'load Gini', value: own.gini, unit: 'gini' },
    { name: 'load Gini, best match always', value: best.gini, unit: 'gini' },
    { name: 'load Gini against best match always', value: own.gini / best.gini, unit: 'x', limit: 0.9 },
    { name: 'most questions for one person in one week', value: own.most, unit: 'asks' },
    { name: 'most questions for one person in one week, best match always', value: best.most, unit: 'asks' },
    { name: 'weeks over somebody’s cap', value: own.overCap, unit: 'weeks', limit: 0 },
    { name: 'weeks over somebody’s cap, best match always', value: best.overCap, unit: 'weeks', least: 1 },
    { name: 'questions to who may not be asked', value: own.excluded, unit: 'asks', limit: 0 },
    { name: 'questions to who may not be asked, best match always', value: best.excluded, unit: 'asks', least: 1 },
  ]
  return { figures, detail: { people: SIZE, weeks: WEEKS, own, best } }
}
