import type { How } from '../../core/how.ts'
import type { Policy } from '../schema.ts'
import { topicNeeds } from './block-size.ts'
import type { Contribution } from './contributions.ts'
import { type Word, wordFor } from './how-many.ts'

/** One thing that a pulse says. */
export interface Figure {
  item: string
  shown: string
}

/** Every list ends so when there is nothing in it, whatever the reason. */
export const NOTHING_SHOWN = 'Hierover kunnen we deze periode niets laten zien.'
const NAMED = 'genoemd'

/** Eight ways would be eight small figures: three are told. Each way has one, or this does not compile. */
const GROUP_OF: Record<How, string> = {
  werk: 'in het werk',
  uitproberen: 'in het werk',
  fout: 'in het werk',
  collega: 'met anderen',
  netwerkpartner: 'met anderen',
  inwoner: 'met anderen',
  training: 'training of zelf opgezocht',
  zelf: 'training of zelf opgezocht',
}
export const HOW_GROUPS: readonly HowGroup[] = [...new Set(Object.values(GROUP_OF))].map((name) => ({
  name,
  ways: (Object.keys(GROUP_OF) as How[]).filter((way) => GROUP_OF[way] === name),
}))
interface HowGroup {
  name: string
  ways: readonly How[]
}

/** Words for a way of learning that does not stand out. */
const FEW: readonly Word[] = ['weinig', 'minder dan de helft']

/** R4, R6, R7: all that a pulse says in words of its own. Each list has its own base: who answered that one. */
export const figuresOf = (policy: Policy, given: readonly Contribution[], people: number): Figure[] => [
  ...orNothing('hoe', howFigures(policy, given, people)),
  ...orNothing('onderwerp', listFigures(policy, given, 'topics', 'onderwerp')),
  ...orNothing('behoefte of belemmering', listFigures(policy, given, 'needs', 'behoefte of belemmering')),
]

const orNothing = (item: string, figures: Figure[]): Figure[] =>
  figures.length > 0 ? figures : [{ item, shown: NOTHING_SHOWN }]

/** R6: how people learned, in three groups. Everybody is in one: the way they ticked most often. */
function howFigures(policy: Policy, given: readonly Contribution[], people: number): Figure[] {
  const ways = given.flatMap(({ how }) => mostly(how) ?? [])
  const counts = HOW_GROUPS.map((group) => ways.filter((way) => way === group).length)
  const words = waysTold(policy, counts, people)
  return words.map((word, at) => ({ item: `hoe: ${HOW_GROUPS[at]?.name}`, shown: word }))
}

/** The group that holds most of these ticks; of two that hold as many, the one that was ticked last. */
export function mostly(how: readonly How[]): HowGroup | undefined {
  const ticks = (group: HowGroup) => how.filter((way) => group.ways.includes(way)).length
  const lastIn = (group: HowGroup) => how.findLastIndex((way) => group.ways.includes(way))
  const [first] = HOW_GROUPS.toSorted((one, other) => ticks(other) - ticks(one) || lastIn(other) - lastIn(one))
  return how.length > 0 ? first : undefined
}

/**
 * R6: the three words together, where one way stands out; else none of them. Three words of the same people say more than
 * each by itself: when two groups have half each, nobody is left for the third.
 */
export function waysTold(policy: Policy, counts: readonly number[], people: number): Word[] {
  const base = counts.reduce((sum, count) => sum + count, 0)
  const words = counts.flatMap((count) => wordFor(policy, count, base, people) ?? [])
  return words.filter((word) => !FEW.includes(word)).length === 1 ? words : []
}

/** R7: what enough people named and enough did not, by the alphabet: its order says nothing. */
function listFigures(policy: Policy, given: readonly Contribution[], list: 'topics' | 'needs', item: string): Figure[] {
  const base = given.filter((one) => one[list].size > 0)
  if (base.length < policy.k) return []
  const counts = new Map<string, number>()
  for (const word of base.flatMap((one) => [...one[list]])) counts.set(word, (counts.get(word) ?? 0) + 1)
  const needed = topicNeeds(policy, base.length)
  const isShown = (count: number) => count >= needed && base.length - count >= needed
  return [...counts]
    .filter(([, count]) => isShown(count))
    .map(([word]) => ({ item: `${item}: ${word}`, shown: NAMED }))
    .sort((one, other) => (one.item < other.item ? -1 : 1))
}
