import type { PersonId, Random } from '../../core/ports.ts'
import { clean } from '../../core/text/clean.ts'
import { weekAfter } from '../../core/time.ts'
import { isThere, type Member, whoCanCount } from '../people/members.ts'
import { type Tree, treeOf } from '../people/tree.ts'
import { Policy } from '../schema.ts'
import { blockWindows } from '../window/block-windows.ts'
import type { Answer } from './contributions.ts'
import { type Block, type Cut, cutBlocks } from './cut-blocks.ts'
import { type Carried, type Pulse, publish, type Withheld } from './publish.ts'
import type { SimulationFile } from './simulation-schema.ts'
import { higherUnits, type Tally, tallyOf } from './tally.ts'
import { halfYearOf, holds, type Window, windowsFrom } from './windows.ts'

/** All that anybody would see, of all windows. */
export interface Simulated {
  blocks: Block[]
  pulses: Pulse[]
  withheld: Withheld[]
  higher: Tally[]
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
}

/** Plays all windows that the answers fall in, one after the other, as `pulse publish` does at each close. */
export function simulated(file: SimulationFile, seeded: SeededRandom): Simulated {
  const all: Simulated = { blocks: [], pulses: [], withheld: [], higher: [] }
  const site = siteOf(file, seeded)
  if (!site) return all
  let cut: Cut | undefined
  let carried = new Map<string, Carried>()
  for (const { window, answers } of windowsWith(site)) {
    if (cut?.halfYear !== halfYearOf(window.from)) {
      cut = cutBlocks(site.tree, whoCanCount(site.members, window.from), window.from, site.policy)
      carried = new Map()
      all.blocks.push(...cut.blocks)
    }
    const closed = publish(site.policy, window, blockWindows({ ...site, cut, window, answers, carried }))
    carried = closed.carried
    all.pulses.push(...closed.pulses)
    all.withheld.push(...closed.withheld)
    const byBlock = new Map(closed.pulses.map((pulse) => [pulse.block, pulse]))
    for (const unit of higherUnits(site.tree, cut.blocks)) all.higher.push(tallyOf(window, unit, byBlock))
  }
  return all
}

/** Undefined when the organisation cannot be read with certainty: then nothing is published. */
function siteOf(file: SimulationFile, seeded: SeededRandom): Site | undefined {
  const { seed, ...policy } = file.policy
  const tree = treeOf(file.units.map(({ id, parent, name = id }) => ({ id, parent, name })))
  const members = file.people.map(({ id, unit, from, to, reads }) => ({
    person: id,
    unit,
    from,
    reads,
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
function* windowsWith({ policy, answers }: Site): Generator<{ window: Window; answers: Answer[] }> {
  const byWeek = Map.groupBy(answers, ({ week }) => week)
  const weeks = [...byWeek.keys()].sort()
  const [first, last] = [weeks[0], weeks.at(-1)]
  if (!first || !last) return
  for (const window of windowsFrom(first, policy.cadence)) {
    if (window.from > last) return
    yield { window, answers: weeksIn(window).flatMap((week) => byWeek.get(week) ?? []) }
  }
}

function weeksIn(window: Window): string[] {
  const weeks: string[] = []
  for (let week = window.from; holds(window, week); week = weekAfter(week)) weeks.push(week)
  return weeks
}
