import { cosmosStore } from '../services/adapters/cosmos/store.ts'
import { systemRandom } from '../services/adapters/system/random.ts'
import { idleDay } from './cost/idle.ts'
import type { Spent } from './cost/recorder.ts'
import { KEY, openServer } from './cost/server.ts'
import { type Keeper, onPaper, openSite } from './cost/site.ts'
import { type Costs, costsOf, weekOfAll } from './cost/use-cases.ts'
import { counted } from './cost/wire.ts'
import type { Figure, Outcome } from './report.ts'
import { isSmall, sized } from './size.ts'

const SMALL = sized(1_000, 100)
const MEDIUM = 10_000
const LARGE = 100_000
/** Of the idle day: so many municipalities, and how many people each has. */
const IDLE = { towns: sized(20, 2), people: 50 }

const LIMITS = { answer: 25, idle: 50, week: 40, growth: 1.05, peer: 0.5, difference: 1.05 }
/** How many of those who are asked answer. */
const ANSWERING = 0.4
const ANSWERS = ['answer for oneself', 'answer for colleagues', 'answer to the pulse']

/**
 * What using the service asks of Cosmos DB: requests, and request units on paper (cost/tariff.ts). A town of 1,000 is
 * counted on the wire of a compatible server and on paper, which have to agree; larger towns are counted on paper.
 * With `--large` there is one of 100,000.
 */
export async function cost(): Promise<Outcome> {
  const larger = process.argv.includes('--large') ? [MEDIUM, LARGE] : [MEDIUM]
  const sizes = [SMALL, ...(isSmall ? [] : larger)]
  const wired = await onTheWire(SMALL)
  const bySize = new Map<number, Costs>()
  for (const people of sizes) bySize.set(people, await costsOf(await openSite(onPaper, { towns: 1, people })))
  const small = bySize.get(SMALL) ?? {}
  assertAgree(wired, small)
  const weeks = await Promise.all(
    sizes.map(async (people) => ({ people, ...(await weekOfAll(await openSite(onPaper, { towns: 1, people }))) })),
  )
  const answering = ANSWERING * (small['answer for oneself']?.units ?? 0)
  const [none, many] = [await idle(0), await idle(IDLE.towns)]
  return {
    figures: [
      ...sizes.flatMap((people) => figuresOf(people, bySize.get(people) ?? {})),
      ...growth(small, bySize.get(sizes.at(-1) ?? SMALL) ?? {}),
      ...againstPeer(small),
      ...weeks.flatMap(({ people, planned, sent }) => {
        const [plan, send] = [planned.units / people, sent.units / people]
        const name = `week of a person, of ${people}`
        return [
          { name: `${name}: planned`, value: plan, unit: 'RU' as const },
          { name: `${name}: sent`, value: send, unit: 'RU' as const },
          {
            name: `${name}: with ${ANSWERING * 100} % answering`,
            value: plan + send + answering,
            unit: 'RU' as const,
            limit: LIMITS.week,
          },
        ]
      }),
      { name: 'shared look, a day, all tenants together', value: none.requests, unit: 'requests' },
      { name: 'shared look, a day, all tenants together', value: none.units, unit: 'RU' },
      { name: 'idle tenant-day', value: (many.requests - none.requests) / IDLE.towns, unit: 'requests' },
      { name: 'idle tenant-day', value: (many.units - none.units) / IDLE.towns, unit: 'RU', limit: LIMITS.idle },
    ],
    detail: { wired, onPaper: Object.fromEntries(bySize), weeks, idle: { none, many } },
  }
}

async function onTheWire(people: number): Promise<Costs> {
  const server = await openServer()
  const where = { endpoint: server.endpoint, database: 'cost', key: KEY }
  const keeper: Keeper = ({ clock, recorder }) =>
    cosmosStore({ ...where, clock, random: systemRandom, httpClient: counted(recorder) })
  try {
    const site = await openSite(keeper, { towns: 1, people })
    const costs = await costsOf(site)
    await site.keeper.close()
    return costs
  } finally {
    await server.close()
  }
}

/** What is reckoned for the large towns is worth something as long as it says of the small one what the wire says. */
function assertAgree(wired: Costs, reckoned: Costs): void {
  for (const [name, { requests, units }] of Object.entries(wired)) {
    const paper = reckoned[name]
    const ratio = units / (paper?.units ?? 0)
    if (paper?.requests !== requests || ratio > LIMITS.difference || 1 / ratio > LIMITS.difference)
      throw new Error(`${name}: ${requests} requests on the wire cost ${units}, on paper ${JSON.stringify(paper)}`)
  }
}

async function idle(towns: number): Promise<Spent> {
  return idleDay(await openSite(onPaper, { towns, people: IDLE.people }))
}

const figuresOf = (people: number, costs: Costs): Figure[] =>
  Object.entries(costs).flatMap(([name, { requests, units }]): Figure[] => [
    { name: `${name}, of ${people}`, value: requests, unit: 'requests' },
    {
      name: `${name}, of ${people}`,
      value: units,
      unit: 'RU',
      ...(ANSWERS.includes(name) && { limit: LIMITS.answer }),
    },
  ])

const growth = (small: Costs, large: Costs): Figure[] =>
  ANSWERS.map((name) => ({
    name: `${name}, in the largest town against the smallest`,
    value: unitsIn(large, name) / unitsIn(small, name),
    unit: 'x',
    limit: LIMITS.growth,
  }))

/** The peer is this same bot when it keeps nothing in memory, and so starts anew for every press. */
const againstPeer = (small: Costs): Figure[] => [
  { name: 'answer, peer without memory', value: unitsIn(small, 'first answer of a process'), unit: 'RU' },
  {
    name: 'answer against the peer',
    value: unitsIn(small, 'answer for oneself') / unitsIn(small, 'first answer of a process'),
    unit: 'x',
    limit: LIMITS.peer,
  },
]

const unitsIn = (costs: Costs, name: string): number => costs[name]?.units ?? Number.NaN
