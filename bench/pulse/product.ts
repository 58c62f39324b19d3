import { seededRandom } from '../../services/adapters/system/seeded-random.ts'
import { drawnOf, inThreeWords, topicNeeds } from '../../services/pulse/rules/block-size.ts'
import { waysTold } from '../../services/pulse/rules/figures.ts'
import { wordFor } from '../../services/pulse/rules/how-many.ts'
import type { Pulse } from '../../services/pulse/rules/publish.ts'
import { simulated } from '../../services/pulse/rules/simulation.ts'
import { Policy } from '../../services/pulse/schema.ts'
import { hypergeometric } from './chances.ts'
import type { Plot } from './plot.ts'
import { type Presence, type Seen, type SeenWays, type Taken, upTo } from './seen.ts'
import { baseOf, type Item, itemsOf, type Truth, truthsOf } from './truth.ts'

const POLICY = Policy.parse({})

/** One list of one block: what came of it, and what happened. */
interface Closed extends Truth {
  pulse: Pulse | undefined
}

/** What attackers take from all that the product publishes of a town, knowing the rules and who took part. */
export function takenFromProduct(plot: Plot): Taken {
  const items = itemsOf(plot)
  const taken: Taken = { seen: [], ways: [], presence: [] }
  for (const closed of closedOf(plot)) {
    const presence = presenceOf(closed, plot.habits.takingPart)
    if (presence) taken.presence.push(presence)
    const { pulse, list } = closed
    if (!pulse) continue
    const told = items.filter((item) => item.list === list)
    taken.seen.push(...told.map((item) => seenOf(closed, pulse, item)))
    if (list === 'how') taken.ways.push(waysOf(closed, pulse, told))
  }
  return taken
}

function closedOf({ file }: Plot): Closed[] {
  const { blocks, pulses } = simulated(file, seededRandom)
  const came = new Map(pulses.map((pulse) => [`${pulse.window.from} ${pulse.block}`, pulse]))
  return truthsOf(file, blocks).map((truth) => ({ ...truth, pulse: came.get(`${truth.window.from} ${truth.block}`) }))
}

function seenOf({ could, given }: Closed, pulse: Pulse, item: Item): Seen {
  const base = baseOf(given, item)
  const shown = pulse.figures.find((figure) => figure.item === item.item)?.shown
  const isLarge = inThreeWords(drawnOf(POLICY, base.length), could)
  return {
    window: pulse.window.from,
    item: item.item,
    place: pulse.block,
    prior: item.prior,
    people: base.map(({ author }) => author),
    chances: chancesOf(base.length, (count, drawn) => mayShow(item, count, drawn, could, shown)),
    rule: `${item.list === 'how' ? 'how' : 'list'} ${base.length} ${isLarge} ${shown}`,
    truth: new Set(base.filter(item.holds).map(({ author }) => author)),
  }
}

/** With what chance something is seen, when so many of the base have it: who was drawn, nobody knows. */
function chancesOf(base: number, isSeen: (count: number, drawn: number) => boolean): number[] {
  const drawn = Math.min(base, drawnOf(POLICY, base))
  const seen = upTo(drawn).filter((count) => isSeen(count, drawn))
  return upTo(base).map((having) => seen.reduce((sum, count) => sum + hypergeometric(base, having, drawn, count), 0))
}

/** The rules are no secret: an attacker knows of every count whether it could have been shown so. */
function mayShow({ list }: Item, count: number, base: number, people: number, shown: string | undefined): boolean {
  // The three words about learning come together or not at all: see `waysOf`.
  if (list === 'how') return shown === undefined || wordFor(POLICY, count, base, people) === shown
  const needed = topicNeeds(POLICY, base)
  return (base >= POLICY.k && count >= needed && base - count >= needed) === (shown !== undefined)
}

function waysOf({ could, given }: Closed, { figures }: Pulse, ways: readonly Item[]): SeenWays {
  const base = baseOf(given, { list: 'how' })
  const words = ways.flatMap(({ item }) => figures.find((figure) => figure.item === item)?.shown ?? [])
  return {
    people: base.map(({ author }) => author),
    truth: ways.map(({ holds }) => new Set(given.filter(holds).map(({ author }) => author))),
    shares: ways.map(({ prior }) => prior),
    drawn: Math.min(base.length, drawnOf(POLICY, base.length)),
    shown: words.join(),
    looksLike: (counts) => waysTold(POLICY, counts, could).join(),
    rule: `product ${inThreeWords(100, could)}`,
  }
}

/** Whether a list came, and in which words it speaks, tell something of how many took part. */
function presenceOf(
  { pulse, list, window, block, parts, people, given, could, isOpen }: Closed,
  takingPart: number,
): Presence | undefined {
  if (!isOpen) return undefined
  const three = (count: number) => list === 'how' && inThreeWords(drawnOf(POLICY, count), could)
  const isTold = pulse !== undefined && pulse.figures.length > 1
  const looksAlike = (count: number) =>
    (pulse !== undefined) === count >= POLICY.k && (!isTold || three(count) === three(given.length))
  return {
    window: window.from,
    place: block,
    people,
    prior: 1 - (1 - takingPart) ** parts,
    // That it does not come may be the lot.
    chances: upTo(people.length).map((count) => (looksAlike(count) ? 1 : pulse ? 0 : ONE_IN_200)),
    rule: `came ${pulse !== undefined} ${people.length} ${isTold && three(given.length)} ${isTold}`,
    truth: new Set(given.map(({ author }) => author)),
  }
}

const ONE_IN_200 = 1 / 200
