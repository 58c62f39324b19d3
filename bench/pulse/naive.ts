import type { PersonId } from '../../services/core/ports.ts'
import { whoCanCount } from '../../services/pulse/people/members.ts'
import { treeOf } from '../../services/pulse/people/tree.ts'
import { contributionsTo } from '../../services/pulse/rules/contributions.ts'
import { TOLD_LISTS } from '../../services/pulse/rules/lists.ts'
import type { SimulationFile } from '../../services/pulse/rules/simulation-schema.ts'
import type { Window } from '../../services/pulse/rules/windows.ts'
import { type Plot, WINDOWS } from './plot.ts'
import { onlyOf, type Presence, type SeenWays, type Taken } from './seen.ts'
import { answersBy, halvesOf, type Item, itemsOf, membersOf } from './truth.ts'

/** Of how many answers the naive publisher shows a figure. */
const LEAST = 5
/** All counts of three ways together take long to reckon in a large unit, and the small ones are broken already. */
const MOST = 40

/**
 * The usual way: every unit with at least five answers sees how many ticked what, and so does every unit above it. The
 * same town, the same weeks, the same attackers.
 */
export function takenFromNaive(plot: Plot): Taken {
  const { file, habits } = plot
  const tree = treeOf(file.units.map(({ id, parent }) => ({ id, parent, name: id })))
  const items = itemsOf(plot)
  const taken: Taken = { seen: [], ways: [], presence: [] }
  for (const half of halvesOf(WINDOWS)) {
    const window = half.at(-1)
    const said = window ? saidIn(file, window) : []
    for (const { id: place } of file.units) {
      const inside = new Set(tree?.within(place))
      const all = said.filter(({ unit }) => inside.has(unit))
      const given = all.filter((one) => one.given.length > 0)
      if (!window || given.length < LEAST) continue
      const about = { window: window.from, place }
      const [people, base] = [all, given].map((some) => some.map(({ person }) => person)) as [PersonId[], PersonId[]]
      taken.presence.push(exact({ ...about, people, truth: new Set(base), prior: habits.takingPart }))
      const having = ({ holds, list }: Item) =>
        new Set(
          given
            .filter((one) => one.given.some((own) => own.list === list && holds(own.said)))
            .map(({ person }) => person),
        )
      if (base.length <= MOST) taken.ways.push(waysOf(base, items, having))
      for (const item of items)
        taken.seen.push({
          ...exact({ ...about, people: base, truth: having(item), prior: item.prior }),
          item: item.item,
        })
    }
  }
  return taken
}

/** What everybody said in one window, of each list. */
function saidIn(file: SimulationFile, window: Window) {
  const canCount = whoCanCount(membersOf(file), window.from)
  const base = new Map([...canCount].map(([person, { unit }]) => [person, unit]))
  const answers = answersBy(file)
  const given = TOLD_LISTS.flatMap((list) =>
    contributionsTo({ list, period: [window], base }, answers).map((said) => ({ list, said })),
  )
  const byPerson = Map.groupBy(given, ({ said }) => said.author)
  return [...base].map(([person, unit]) => ({ person, unit, given: byPerson.get(person) ?? [] }))
}

const exact = (one: Omit<Presence, 'chances' | 'rule'>): Presence => ({
  ...one,
  chances: onlyOf(one.people.length, [one.truth.size]),
  rule: `naive ${one.people.length} ${one.truth.size}`,
})

function waysOf(people: PersonId[], items: readonly Item[], having: (item: Item) => Set<PersonId>): SeenWays {
  const ways = items.filter(({ list }) => list === 'how')
  const shares = ways.map(({ prior }) => prior)
  const truth = ways.map(having)
  const looksLike = (counts: readonly number[]) => counts.join()
  const shown = looksLike(truth.map(({ size }) => size))
  return { people, truth, shares, drawn: people.length, shown, looksLike, rule: 'naive' }
}
