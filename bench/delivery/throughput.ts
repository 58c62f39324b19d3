import { randomUUID } from 'node:crypto'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sqliteStore } from '../../services/adapters/sqlite/store.ts'
import { systemClock } from '../../services/adapters/system/clock.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { startChild } from '../inbound/child.ts'
import { median } from '../numbers.ts'
import type { Outcome } from '../report.ts'
import { sized } from '../size.ts'
import { run } from './speed/run.ts'
import { buildTowns } from './town.ts'

const PAIRS = sized(5, 1)
const PEOPLE = sized(5_000, 500)
const LIMITS = { naive: 5, bare: 0.4 }
const LOOPBACK = fileURLToPath(new URL('speed/loopback.ts', import.meta.url))
const SENDERS = ['product', 'naive', 'pool'] as const

type Sender = (typeof SENDERS)[number]
type PerSecond = Record<Sender, number>

/** Messages a second to a connector on this machine, with no limit on the rate: the product records each before and after. */
export async function throughput(folder: string): Promise<Outcome> {
  const connector = await startChild(LOOPBACK, {})
  const origin = `http://127.0.0.1:${connector.port}`
  try {
    const people = await buildStore(join(folder, 'town.db'), origin)
    const rounds: PerSecond[] = []
    for (let pair = 0; pair < PAIRS; pair++) {
      const round: PerSecond = { product: 0, naive: 0, pool: 0 }
      for (const sender of pair % 2 === 0 ? SENDERS : SENDERS.toReversed())
        round[sender] = await measure(sender, { folder, origin, people })
      rounds.push(round)
    }
    return { figures: figuresOf(rounds), detail: { rounds } }
  } finally {
    await connector.kill()
  }
}

/** The file is as it is when nothing is open: it can be copied. @returns how many people can be reached */
async function buildStore(path: string, origin: string): Promise<number> {
  const keeper = sqliteStore({ path, clock: systemClock, random: systemRandom })
  const [town] = await buildTowns({ keeper, clock: systemClock }, [PEOPLE], origin)
  await keeper.close()
  return PEOPLE - (town?.without.size ?? 0)
}

/** A measurement of failures would be a fast one: what the connector accepted is counted each time. */
async function measure(
  sender: Sender,
  { folder, origin, people }: { folder: string; origin: string; people: number },
): Promise<number> {
  // A new name each time: what the last one left in its write-ahead log belongs to another file.
  const store = join(folder, `${randomUUID()}.db`)
  await copyFile(join(folder, 'town.db'), store)
  const env = { ORIGIN: origin, PEOPLE: String(people), STORE: store }
  const { seconds } = await run<{ seconds: number }>(`${sender}.ts`, env)
  const response = await fetch(`${origin}/accepted`)
  const { conversations, messages } = (await response.json()) as { conversations: number; messages: number }
  if (conversations !== people || messages !== people)
    throw new Error(`${sender}: ${messages} messages in ${conversations} conversations, for ${people} people`)
  return people / seconds
}

const figuresOf = (rounds: readonly PerSecond[]): Outcome['figures'] => {
  const middle = (of: (round: PerSecond) => number) => median(rounds.map(of))
  return [
    { name: 'durable sends', value: middle(({ product }) => product), unit: '/s' },
    { name: 'sends, loop on the bot SDK', value: middle(({ naive }) => naive), unit: '/s' },
    { name: 'sends, bare pool', value: middle(({ pool }) => pool), unit: '/s' },
    {
      name: 'against the loop on the bot SDK',
      value: middle(({ product, naive }) => product / naive),
      unit: 'x',
      least: LIMITS.naive,
    },
    {
      name: 'against the bare pool',
      value: middle(({ product, pool }) => product / pool),
      unit: 'x',
      least: LIMITS.bare,
    },
  ]
}
