import type { How } from '../../core/how.ts'
import type { Random } from '../../core/ports.ts'
import type { Policy } from '../schema.ts'
import { drawnOf, topicNeeds } from './block-size.ts'
import type { Contribution } from './contributions.ts'
import { type Word, wordFor } from './how-many.ts'
import type { ToldList } from './lists.ts'
import { shuffled } from './shuffle.ts'

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

/** What a list is called in a figure. */
const ITEMS: Record<ToldList, string> = { needs: 'behoefte of belemmering', how: 'hoe', topics: 'onderwerp' }

/** What a list is of: everybody's last ticks, how many could have answered, and lots that nobody can draw again. */
export interface ListGiven {
  list: ToldList
  given: readonly Contribution[]
  people: number
  lots: Random
}

/**
 * R4, R6, R7, R18: all that a pulse says in words of its own, of one list. Its base are those who answered that one, and
 * of them a lot draws two of three: a word that changes when somebody comes or goes may always be the lot.
 */
export function figuresOf(policy: Policy, { list, given, people, lots }: ListGiven): Figure[] {
  const answered = given.filter((one) => (list === 'how' ? one.how.length > 0 : one[list].size > 0))
  const drawn = shuffled(lots, answered).slice(0, drawnOf(policy, answered.length))
  const figures = list === 'how' ? howFigures(policy, drawn, people) : listFigures(policy, drawn, list, ITEMS[list])
  return figures.length > 0 ? figures : [{ item: ITEMS[list], shown: NOTHING_SHOWN }]
}

/** R6: how people learned, in three groups. Everybody is in one: the way they ticked last. */
function howFigures(policy: Policy, given: readonly Contribution[], people: number): Figure[] {
  const ways = given.flatMap(({ how }) => groupOf(how.at(-1)) ?? [])
  const counts = HOW_GROUPS.map((group) => ways.filter((way) => way === group).length)
  const words = waysTold(policy, counts, people)
  return words.map((word, at) => ({ item: `hoe: ${HOW_GROUPS[at]?.name}`, shown: word }))
}

const groupOf = (way: How | undefined) => HOW_GROUPS.find(({ ways }) => way !== undefined && ways.includes(way))

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
