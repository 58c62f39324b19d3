import type { PersonId } from '../../services/core/ports.ts'
import { treeOf } from '../../services/pulse/people/tree.ts'
import { windowsFrom } from '../../services/pulse/rules/windows.ts'
import { type Plot, WINDOWS } from './plot.ts'
import type { Presence, SeenWays, Taken } from './seen.ts'
import { START } from './town.ts'
import { type Item, itemsOf, membersOf, truthOf } from './truth.ts'

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
  const members = membersOf(file)
  const items = itemsOf(plot)
  const taken: Taken = { seen: [], ways: [], presence: [] }
  const windows = windowsFrom(START, file.policy.cadence)
  for (let count = 0; count < WINDOWS; count++) {
    const window = windows.next().value
    const truth = truthOf(file, members, window)
    for (const { id: place } of file.units) {
      const inside = tree?.within(place) ?? []
      const given = inside.flatMap((unit) => truth.given.get(unit) ?? [])
      const people = inside.flatMap((unit) => truth.people.get(unit) ?? [])
      if (given.length < LEAST) continue
      const about = { window: window.from, place }
      const base = given.map(({ author }) => author)
      taken.presence.push(exact({ ...about, people, truth: new Set(base), prior: habits.takingPart }))
      const having = ({ holds }: Item) => new Set(given.filter(holds).map(({ author }) => author))
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

const exact = (one: Omit<Presence, 'possible'>): Presence => ({ ...one, possible: [one.truth.size] })

function waysOf(people: PersonId[], items: readonly Item[], having: (item: Item) => Set<PersonId>): SeenWays {
  const ways = items.filter(({ list }) => list === 'how')
  const shares = ways.map(({ prior }) => prior)
  return { people, truth: ways.map(having), shares, looksLike: (counts) => counts.join(), rule: 'naive' }
}
