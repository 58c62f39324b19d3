import { seededRandom } from '../../services/adapters/system/seeded-random.ts'
import { inThreeWords, silentBelow, topicNeeds } from '../../services/pulse/rules/block-size.ts'
import type { Contribution } from '../../services/pulse/rules/contributions.ts'
import type { Block } from '../../services/pulse/rules/cut-blocks.ts'
import { waysTold } from '../../services/pulse/rules/figures.ts'
import { wordFor } from '../../services/pulse/rules/how-many.ts'
import type { Pulse, Withheld } from '../../services/pulse/rules/publish.ts'
import { simulated } from '../../services/pulse/rules/simulation.ts'
import { Policy } from '../../services/pulse/schema.ts'
import type { Plot } from './plot.ts'
import { type Presence, type Seen, type SeenWays, type Taken, upTo } from './seen.ts'
import { baseOf, type Item, itemsOf, membersOf, type Truth, truthOf } from './truth.ts'

const POLICY = Policy.parse({})

/** One block in one window: what came of it, and what happened. */
interface Closed {
  pulse: Pulse | (Withheld & { figures?: undefined })
  people: string[]
  given: Contribution[]
}

/** What attackers take from all that the product publishes of a town, knowing the rules and who took part. */
export function takenFromProduct(plot: Plot): Taken {
  const items = itemsOf(plot)
  const taken: Taken = { seen: [], ways: [], presence: [] }
  for (const closed of closedOf(plot)) {
    const presence = presenceOf(closed, plot.habits.takingPart)
    if (presence) taken.presence.push(presence)
    if (!closed.pulse.figures) continue
    taken.seen.push(...items.map((item) => seenOf(closed, item)))
    taken.ways.push(waysOf(closed, items))
  }
  return taken
}

function closedOf(plot: Plot): Closed[] {
  const { blocks, pulses, withheld } = simulated(plot.file, seededRandom)
  const byId = new Map(blocks.map((block) => [block.id, block]))
  const members = membersOf(plot.file)
  const truths = new Map<string, Truth>()
  return [...pulses, ...withheld].map((pulse) => {
    const truth = truths.get(pulse.window.from) ?? truthOf(plot.file, members, pulse.window)
    truths.set(pulse.window.from, truth)
    const block = byId.get(pulse.block)
    return { pulse, people: insideOf(block, truth.people), given: insideOf(block, truth.given) }
  })
}

const insideOf = <T>(block: Block | undefined, of: Map<string, T[]>) =>
  (block?.units ?? []).flatMap((unit) => of.get(unit) ?? [])

function seenOf({ pulse, people, given }: Closed, item: Item): Seen {
  const base = baseOf(given, item)
  const shown = pulse.figures?.find((figure) => figure.item === item.item)?.shown
  return {
    window: pulse.window.from,
    item: item.item,
    place: pulse.block,
    prior: item.prior,
    people: base.map(({ author }) => author),
    possible: upTo(base.length).filter((count) => mayShow(item, count, base.length, people.length, shown)),
    truth: new Set(base.filter(item.holds).map(({ author }) => author)),
  }
}

/** The rules are no secret: an attacker knows of every count whether it could have been shown so. */
function mayShow({ list }: Item, count: number, base: number, people: number, shown: string | undefined): boolean {
  // The three words about learning come together or not at all: see `waysOf`.
  if (list === 'how') return shown === undefined || wordFor(POLICY, count, base, people) === shown
  const needed = topicNeeds(POLICY, base)
  return (base >= POLICY.k && count >= needed && base - count >= needed) === (shown !== undefined)
}

function waysOf({ people, given }: Closed, items: readonly Item[]): SeenWays {
  const ways = items.filter(({ list }) => list === 'how')
  return {
    people: baseOf(given, { list: 'how' }).map(({ author }) => author),
    truth: ways.map(({ holds }) => new Set(given.filter(holds).map(({ author }) => author))),
    shares: ways.map(({ prior }) => prior),
    looksLike: (counts) => waysTold(POLICY, counts, people.length).join(),
    rule: `product ${inThreeWords(100, people.length)}`,
  }
}

/** Whether a pulse came, and in which words it speaks, tell something of how many took part. */
function presenceOf({ pulse, people, given }: Closed, prior: number): Presence | undefined {
  if (people.length < silentBelow(POLICY)) return undefined
  const three = (count: number) => inThreeWords(count, people.length)
  const came = pulse.figures !== undefined
  const looksAlike = (count: number) => came === count >= POLICY.k && (!came || three(count) === three(given.length))
  return {
    window: pulse.window.from,
    place: pulse.block,
    people,
    prior,
    possible: upTo(people.length).filter(looksAlike),
    truth: new Set(given.map(({ author }) => author)),
  }
}
