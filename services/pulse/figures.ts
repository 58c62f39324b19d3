import type { How } from '../core/how.ts'
import type { Contribution } from './contributions.ts'
import type { Policy } from './schema.ts'
import { topicNeeds } from './sizes.ts'
import { wordFor } from './words.ts'

/** One thing that a pulse says. */
export interface Figure {
  item: string
  shown: string
}

/** Every list ends so when there is nothing in it, whatever the reason. */
export const NOTHING_SHOWN = 'Hierover kunnen we deze periode niets laten zien.'
export const NAMED = 'genoemd'

/** Eight ways would be eight small figures: three are told. */
const HOW_GROUPS: Record<string, readonly How[]> = {
  'in het werk': ['werk', 'uitproberen', 'fout'],
  'met anderen': ['collega', 'netwerkpartner', 'inwoner'],
  'training of zelf opgezocht': ['training', 'zelf'],
}

/** R4, R6, R7: all that a pulse says in words of its own. Each list has its own base: who answered that one. */
export const figuresOf = (policy: Policy, given: readonly Contribution[], people: number): Figure[] => [
  ...orNothing('hoe', howFigures(policy, given, people)),
  ...orNothing('onderwerp', listFigures(policy, given, 'topics', 'onderwerp')),
  ...orNothing('behoefte of belemmering', listFigures(policy, given, 'needs', 'behoefte of belemmering')),
]

const orNothing = (item: string, figures: Figure[]): Figure[] =>
  figures.length > 0 ? figures : [{ item, shown: NOTHING_SHOWN }]

/** R6: how people learned, in three groups. Who learned in several ways counts in each. */
function howFigures(policy: Policy, given: readonly Contribution[], people: number): Figure[] {
  const base = given.filter(({ how }) => how.size > 0)
  return Object.entries(HOW_GROUPS).flatMap(([group, ways]) => {
    const count = base.filter(({ how }) => ways.some((way) => how.has(way))).length
    const word = wordFor(policy, count, base.length, people)
    return word ? { item: `hoe: ${group}`, shown: word } : []
  })
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
