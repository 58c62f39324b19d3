import type { PersonId } from '../../services/core/ports.ts'
import { type Member, whoCanCount } from '../../services/pulse/people/members.ts'
import { listFrom, silentBelow } from '../../services/pulse/rules/block-size.ts'
import {
  type Answer,
  type Contribution,
  contributionsTo,
  couldAnswer,
  NOBODY,
} from '../../services/pulse/rules/contributions.ts'
import type { Block } from '../../services/pulse/rules/cut-blocks.ts'
import { HOW_GROUPS } from '../../services/pulse/rules/figures.ts'
import { listAt, periodOf, type ToldList } from '../../services/pulse/rules/lists.ts'
import type { SimulationFile } from '../../services/pulse/rules/simulation-schema.ts'
import { halfYearOf, type Window, windowsFrom } from '../../services/pulse/rules/windows.ts'
import { NEEDS, TOPICS } from './answers.ts'
import { type Plot, WINDOWS } from './plot.ts'
import { START } from './town.ts'

/** What really happened in one block and one list: more than any attacker has, for each of them gets a part of it. */
export interface Truth {
  window: Window
  block: string
  list: ToldList
  parts: number
  /** Whose answers count, and what those who took part said. */
  people: PersonId[]
  given: Contribution[]
  /** How many of them could have answered unseen, which everybody knows, and whether a list may come by that. */
  could: number
  isOpen: boolean
}

export const membersOf = (file: SimulationFile): Member[] =>
  file.people.map(({ id, unit, from, to, reads }) => ({ person: id, unit, from, reads, ...(to !== null && { to }) }))

export function answersBy(file: SimulationFile): Map<PersonId, Answer[]> {
  const answers = file.answers.map(({ how, quote: _, ...answer }) => ({ ...answer, ...(how && { how }) }))
  return Map.groupBy(answers, ({ person }) => person)
}

/** The windows of a town, each with those of its half year before it. */
export function* halvesOf(count: number): Generator<Window[]> {
  let half: Window[] = []
  for (const window of windowsFrom(START)) {
    if (count-- <= 0) return
    const isSame = half[0] && halfYearOf(half[0].from) === halfYearOf(window.from)
    half = isSame ? [...half, window] : [window]
    yield half
  }
}

/** Of every block and every list of a town. */
export function truthsOf(file: SimulationFile, blocks: readonly Block[]): Truth[] {
  const [members, answers] = [membersOf(file), answersBy(file)]
  const fallen = new Set<string>()
  return [...halvesOf(WINDOWS)].flatMap((half) => {
    const [list, window, period] = [listAt(half.length - 1), half.at(-1), periodOf(half)]
    if (!list || !window) return []
    const places = period.map(({ from }) => whoCanCount(members, from))
    const inHalf = blocks.filter(({ id }) => id.startsWith(halfYearOf(window.from)))
    return inHalf.map(({ id, units }): Truth => {
      const people = [...(places[0]?.values() ?? [])]
        .filter(({ unit }) => units.includes(unit))
        .map(({ person }) => person)
      const base = new Map(people.map((person) => [person, id]))
      const isThere = (person: PersonId, part: number) => {
        const [place, opens] = [places[part]?.get(person), period[part]]
        return place !== undefined && opens !== undefined && (place.to === undefined || place.to >= opens.to)
      }
      const { people: could, there } = couldAnswer({ period, base }, answers, isThere).get(id) ?? NOBODY
      if (there < silentBelow({ k: file.policy.k })) fallen.add(id)
      const given = contributionsTo({ list, period, base }, answers)
      const isOpen = !fallen.has(id) && could >= listFrom({ k: file.policy.k })
      return { window, block: id, list, parts: period.length, people, could, isOpen, given }
    })
  })
}

/** Who answered this one. */
export const baseOf = (given: readonly Contribution[], { list }: Pick<Item, 'list'>) =>
  given.filter((one) => (list === 'how' ? one.how.length : one[list].size) > 0)

/** One thing that can be asked of a contribution, under the name it has in a pulse. */
export interface Item {
  item: string
  list: ToldList
  prior: number
  holds(contribution: Contribution): boolean
}

/** All that the attackers go after. */
export const itemsOf = ({ habits }: Plot): Item[] => [
  ...HOW_GROUPS.map((group, at): Item => {
    const holds: Item['holds'] = ({ how: [way] }) => way !== undefined && group.ways.includes(way)
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
