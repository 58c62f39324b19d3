import type { PersonId, Random } from '../../core/ports.ts'
import { clean } from '../../core/text/clean.ts'
import { weekAfter } from '../../core/time.ts'
import { isThere, type Member, readersByUnit, whoCanCount } from '../people/members.ts'
import { type Tree, treeOf } from '../people/tree.ts'
import { Policy } from '../schema.ts'
import { blockWindows, readersOf } from '../window/block-windows.ts'
import type { Answer } from './contributions.ts'
import { type Block, type Cut, cutBlocks } from './cut-blocks.ts'
import { listAt, periodOf } from './lists.ts'
import { type Carried, type Pulse, publish, type Withheld } from './publish.ts'
import type { SimulationFile } from './simulation-schema.ts'
import { higherUnits, linesOf, tallyOf } from './tally.ts'
import { halfYearOf, holds, type Window, windowsFrom } from './windows.ts'

/** All that anybody would see, of all windows. */
export interface Simulated {
  blocks: Block[]
  pulses: Pulse[]
  withheld: Withheld[]
  /** R3: the lines of each unit that holds several blocks. */
  higher: { window: Window; unit: string; tally: string[] }[]
}

/** The same for each block and window of the same seed. */
export type SeededRandom = (seed: number, block: string, window: string) => Random

/** A municipality as it lies in a simulation, checked. */
interface Site {
  policy: Policy
  tree: Tree
  members: Member[]
  answers: Answer[]
  randomFor(block: string, window: Window): Random
  lotsFor(block: string, window: Window): Random
}

/** What a half year has seen so far. */
interface Half {
  cut: Cut
  windows: Window[]
  carried: Map<string, Carried>
}

/** Plays all windows that the answers fall in, one after the other, as `pulse publish` does at each close. */
export function simulated(file: SimulationFile, seeded: SeededRandom): Simulated {
  const all: Simulated = { blocks: [], pulses: [], withheld: [], higher: [] }
  const site = siteOf(file, seeded)
  if (!site) return all
  const byWeek = Map.groupBy(site.answers, ({ week }) => week)
  let half: Half | undefined
  let before: Window | undefined
  for (const window of windowsWith(site)) {
    if (half?.cut.halfYear !== halfYearOf(window.from)) {
      const cut = cutBlocks(site.tree, whoCanCount(site.members, window.from), window.from, site.policy)
      half = { cut, windows: [], carried: new Map() }
      all.blocks.push(...cut.blocks)
    }
    half.windows.push(window)
    const closed = closedWindow(site, half, byWeek, before)
    half.carried = closed.carried
    all.pulses.push(...closed.pulses)
    all.withheld.push(...closed.withheld)
    const byBlock = new Map(closed.pulses.map((pulse) => [pulse.block, pulse]))
    for (const [unit, blocks] of higherUnits(site.tree, half.cut.blocks)) {
      const came = blocks.flatMap(({ id }) => byBlock.get(id) ?? [])
      all.higher.push({ window, unit, tally: linesOf(tallyOf(unit, blocks.length, came)) })
    }
    before = closed.told ? undefined : window
  }
  return all
}

/** What comes of the last window of the half year so far. */
function closedWindow(site: Site, half: Half, byWeek: ReadonlyMap<string, Answer[]>, untold?: Window) {
  const { cut, windows, carried } = half
  const [first, ...more] = periodOf(windows)
  const window = windows.at(-1)
  const list = listAt(windows.length - 1)
  if (!first || !window) throw new Error('a half year without a window')
  if (!list) return { ...withoutList(site, cut, window), carried, told: false }
  const period: [Window, ...Window[]] = [first, ...more]
  const quoting = untold ? [untold, window] : [window]
  const weeks = [...(untold ? [untold] : []), ...period].flatMap(weeksIn)
  const answers = Map.groupBy(
    weeks.flatMap((week) => byWeek.get(week) ?? []),
    ({ person }) => person,
  )
  const blocks = blockWindows({ ...site, cut, list, period, quoting, answers, carried })
  return { ...publish(site.policy, window, list, blocks), told: true }
}

/** R18: a window that tells none tells so of every block, whatever was said in it. */
function withoutList({ tree, members }: Site, { blocks }: Cut, window: Window) {
  const readers = readersByUnit(members, window)
  const pulses = blocks.map((block): Pulse => {
    const read = readersOf(block, tree, readers)
    return { window, block: block.id, readers: read, list: null, figures: [], quotes: [] }
  })
  return { pulses, withheld: [] }
}

/** Undefined when the organisation cannot be read with certainty: then nothing is published. */
function siteOf(file: SimulationFile, seeded: SeededRandom): Site | undefined {
  const { seed, ...policy } = file.policy
  const tree = treeOf(file.units.map(({ id, parent, name = id }) => ({ id, parent, name })))
  const members = file.people.map(({ id, unit, from, to, reads, out }) => ({
    person: id,
    unit,
    from,
    reads,
    out,
    ...(to !== null && { to }),
  }))
  const answers = file.answers.map(({ how, quote, ...answer }): Answer => {
    const text = clean(quote ?? '')
    return { ...answer, ...(how && { how }), ...(text && { quote: text }) }
  })
  return (
    tree && {
      policy: Policy.parse(policy),
      tree,
      members,
      answers: fromMembers(members, answers),
      randomFor: (block, { from }) => seeded(seed, block, from),
      lotsFor: (block, { from }) => seeded(seed, `lots of ${block}`, from),
    }
  )
}

/** What somebody says who is not there in that week is not heard at all. */
function fromMembers(members: readonly Member[], answers: readonly Answer[]): Answer[] {
  const places = Map.groupBy(members, ({ person }) => person)
  const wasThere = (person: PersonId, week: string) => places.get(person)?.some((place) => isThere(place, week))
  return answers.filter(({ person, week }) => wasThere(person, week))
}

/** Every window from the first answer to the last, each with the answers in it. */
function* windowsWith({ answers }: Site): Generator<Window> {
  const weeks = answers.map(({ week }) => week).sort()
  const [first, last] = [weeks[0], weeks.at(-1)]
  if (!first || !last) return
  for (const window of windowsFrom(first)) {
    if (window.from > last) return
    yield window
  }
}

function weeksIn(window: Window): string[] {
  const weeks: string[] = []
  for (let week = window.from; holds(window, week); week = weekAfter(week)) weeks.push(week)
  return weeks
}
