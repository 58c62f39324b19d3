import type { PersonId } from '../../services/core/ports.ts'
import { type Member, whoCanCount } from '../../services/pulse/people/members.ts'
import { type Contribution, contributionsTo } from '../../services/pulse/rules/contributions.ts'
import { HOW_GROUPS, mostly } from '../../services/pulse/rules/figures.ts'
import type { SimulationFile } from '../../services/pulse/rules/simulation-schema.ts'
import type { Window } from '../../services/pulse/rules/windows.ts'
import { NEEDS, TOPICS } from './answers.ts'
import type { Plot } from './plot.ts'

/** What really happened in one window: more than any attacker has, for each of them gets a part of it. */
export interface Truth {
  /** By unit: who could have counted, and what those who took part said. */
  people: Map<string, PersonId[]>
  given: Map<string, Contribution[]>
}

export const membersOf = (file: SimulationFile): Member[] =>
  file.people.map(({ id, unit, from, to, reads }) => ({ person: id, unit, from, reads, ...(to !== null && { to }) }))

export function truthOf(file: SimulationFile, members: readonly Member[], window: Window): Truth {
  const canCount = whoCanCount(members, window.from)
  const answers = file.answers.map(({ how, quote: _, ...answer }) => ({ ...answer, ...(how && { how }) }))
  const people = new Map<string, PersonId[]>()
  for (const { person, unit } of canCount.values()) people.set(unit, [...(people.get(unit) ?? []), person])
  return { people, given: contributionsTo(window, canCount, answers) }
}

/** Who answered this one. */
export const baseOf = (given: readonly Contribution[], { list }: Pick<Item, 'list'>) =>
  given.filter((one) => (list === 'how' ? one.how.length : one[list].size) > 0)

/** One thing that can be asked of a contribution, under the name it has in a pulse. */
export interface Item {
  item: string
  list: 'how' | 'topics' | 'needs'
  prior: number
  holds(contribution: Contribution): boolean
}

/** All that the attackers go after. */
export const itemsOf = ({ habits }: Plot): Item[] => [
  ...HOW_GROUPS.map((group, at): Item => {
    const holds: Item['holds'] = ({ how }) => mostly(how) === group
    return { item: `hoe: ${group.name}`, list: 'how', prior: habits.how[at] ?? 0, holds }
  }),
  ...TOPICS.slice(0, 2).map((word) => named('onderwerp', 'topics', word, habits.topic)),
  ...NEEDS.slice(0, 2).map((word) => named('behoefte of belemmering', 'needs', word, habits.topic)),
]

const named = (name: string, list: 'topics' | 'needs', word: string, prior: number): Item => ({
  item: `${name}: ${word}`,
  list,
  prior,
  holds: (contribution) => contribution[list].has(word),
})
