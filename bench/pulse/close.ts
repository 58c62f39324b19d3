import { systemRandom } from '../../services/adapters/system/random.ts'
import { weeksBetween } from '../../services/core/time.ts'
import { whoCanCount } from '../../services/pulse/people/members.ts'
import { treeOf } from '../../services/pulse/people/tree.ts'
import { cutBlocks } from '../../services/pulse/rules/cut-blocks.ts'
import { publish } from '../../services/pulse/rules/publish.ts'
import type { Window } from '../../services/pulse/rules/windows.ts'
import { Policy } from '../../services/pulse/schema.ts'
import { blockWindows } from '../../services/pulse/window/block-windows.ts'
import { dice } from '../dice.ts'
import { answersOf, weeksFrom } from './answers.ts'
import { START, townOf } from './town.ts'
import { halvesOf, membersOf } from './truth.ts'

const HABITS = { takingPart: 0.7, named: 0.02, quoting: 0.1, uncounted: 0.02, topic: 0.2, again: 0.5 }
const POLICY = Policy.parse({})
const MICRO = 1_000_000

/** Seconds of processor to cut one municipality of so many people into blocks and to publish a list of twelve weeks. */
export function secondsToPublish(people: number, seed = 1): { seconds: number; pulses: number } {
  const luck = dice(seed)
  const town = townOf(luck, 'ordinary', people)
  const period = [...halvesOf(3)].at(-1) as [Window, ...Window[]]
  const weeks = period.map(({ from, to }) => weeksFrom(from, weeksBetween(from, to)))
  const given = answersOf(luck, town, weeks, HABITS)
  const answers = given.map(({ how, quote, ...one }) => ({ ...one, ...(how && { how }), ...(quote && { quote }) }))
  const members = membersOf({ ...town, answers: [], policy: { k: 11, cadence: '4weeks', seed } })
  const window = period.at(-1) ?? period[0]
  const before = process.cpuUsage()
  const tree = treeOf(town.units.map(({ id, parent }) => ({ id, parent, name: id })))
  if (!tree) throw new Error('the organisation is not whole')
  const cut = cutBlocks(tree, whoCanCount(members, START), START, POLICY)
  const closing = {
    tree,
    cut,
    list: 'topics' as const,
    period,
    quoting: [window],
    members,
    answers: Map.groupBy(answers, ({ person }) => person),
    carried: new Map(),
    randomFor: () => systemRandom,
    lotsFor: () => systemRandom,
  }
  const { pulses } = publish(POLICY, window, 'topics', blockWindows(closing))
  const { user, system } = process.cpuUsage(before)
  return { seconds: (user + system) / MICRO, pulses: pulses.length }
}

/** The same for many municipalities, one after the other: 342 of them, as large together as all of the country. */
export function secondsToPublishAll(tenants: number, people: number): number {
  let seconds = 0
  for (let tenant = 0; tenant < tenants; tenant++) {
    // A few are large and most are small: each is as large as its place among all.
    const size = Math.max(60, Math.round(((2 * people) / tenants) * (1 - tenant / tenants)))
    seconds += secondsToPublish(size, tenant).seconds
  }
  return seconds
}
