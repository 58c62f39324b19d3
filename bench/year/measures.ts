import { collections } from '../../bot/cli/store/collections.ts'
import { pressesOf } from '../../cards/kit/presses.ts'
import type { Doc, Instant } from '../../services/core/ports.ts'
import { weekOf } from '../../services/core/time.ts'
import { type Arrived, TENANT, type YearTown } from './town.ts'

/** What somebody did not begin, as far as its buttons tell. Everything that is on no list is a nudge. */
const FREE: readonly string[] = [
  'ask.helped',
  'ask.close',
  'ask.choose',
  'ask.widen',
  'offer.keep-yes',
  'care.open',
  'pulse.show',
  'pulse.respond',
  'response.begin',
  'decision.rate',
]

/** Cards without a button tell something that was begun: a thanks, a yes. */
const isNudge = ({ content }: Arrived) => {
  if (typeof content === 'string') return true
  const verbs = pressesOf(content).map(({ verb }) => verb)
  return verbs.length > 0 && !verbs.some((verb) => FREE.includes(verb))
}

/** The kind of what came, by the first thing that can be pressed on it. */
export const kindOf = ({ content }: Arrived): string =>
  typeof content === 'string' ? 'a line' : (pressesOf(content)[0]?.verb ?? 'no button')

const largestOf = (counts: ReadonlyMap<string, number>) => Math.max(0, ...counts.values())

const counted = (keys: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

export const mostNudges = (arrived: readonly Arrived[]): number =>
  largestOf(counted(arrived.filter(isNudge).map(({ to, at }) => `${to} ${weekOf(at)}`)))

/** Messages that somebody had before, word for word. */
export const doubles = (arrived: readonly Arrived[]): number => {
  const counts = counted(arrived.map(({ to, content }) => `${to} ${JSON.stringify(content)}`))
  return [...counts.values()].reduce((sum, count) => sum + count - 1, 0)
}

interface Open extends Doc {
  state?: string
  looks?: Instant
  due?: Instant
}

/** Which states go on, and by what a document in them is found again. */
const GOES_ON: Record<string, (doc: Open) => boolean> = {
  intentions: ({ state, person, looks }) => state === 'ended' || (person !== undefined && looks !== undefined),
  asks: ({ state, person, due }) => state !== 'open' || (person !== undefined && due !== undefined),
}

/** How many documents there are, and how many of what goes on have nobody, or no day on which somebody looks at them. */
export async function lookedAt({ bare }: YearTown): Promise<{ documents: number; orphans: number }> {
  let [documents, orphans] = [0, 0]
  for (const spec of await collections())
    for await (const doc of bare.documents<Doc>(spec)) {
      if (doc.tenant !== TENANT) continue
      documents += 1
      if (GOES_ON[spec.name]?.(doc) === false) orphans += 1
    }
  return { documents, orphans }
}
