/**
 * The roster: who works here, in which unit, under whom. It comes from the municipality (a file or Graph);
 * nothing in it was said to the bot.
 */
import { everything } from './everything.ts'
import type { Collection, Doc, Language, PersonId, Store } from './ports.ts'
import type { Week, Weekday } from './time.ts'

export type Role = 'hr' | 'admin' | 'works-council'

/** One row of the roster. The id is the Entra object id. */
export interface Person extends Doc {
  name: string
  email: string
  /** From the top down: `['Gemeente Voorbeeldstad', 'Sociaal Domein', 'Team Jeugd']`. */
  unit: string[]
  /** Several managers are normal. */
  managers: PersonId[]
  roles: Role[]
  language?: Language
  jobTitle?: string
  workingDays?: Weekday[]
  /** Whether this person manages anybody, and so reads a pulse. Follows from the whole roster: see {@link placed}. */
  manages: boolean
  /** Who would read a pulse with this person's words in it: whoever manages somebody in the same unit. */
  readers: PersonId[]
  /** The week in which this person first stood on the roster: where their rotation of questions begins. */
  since: Week
}

export interface People {
  of(tenant: string, person: PersonId): Promise<Person | undefined>
  all(tenant: string): Promise<Person[]>
}

export type Roster = Collection<Person>

/** The roster as a collection of the tenant, by name. */
export const roster = (store: Store): Roster =>
  store.collection<Person>({
    name: 'people',
    owner: 'tenant',
    indexes: { name: (person) => person.name.toLowerCase() },
  })

export function people(collection: Roster): People {
  return {
    of: (tenant, person) => collection.get({ tenant, id: person }),
    all: (tenant) => everything(collection, { tenant }, 'name'),
  }
}

export const firstName = (person: Pick<Person, 'name'>) => person.name.split(' ')[0] ?? person.name

/** The unit that a colleague knows somebody by: `Team Jeugd`. */
export const teamOf = (person: Pick<Person, 'unit'>) => person.unit.at(-1) ?? ''

/** Everybody who manages somebody. */
export const managersAmong = (everyone: readonly Pick<Person, 'managers'>[]) =>
  new Set(everyone.flatMap((one) => one.managers))

/**
 * Writes with each person what follows from the roster as a whole, once, when the roster changes: so that a turn
 * needs to read nobody but the person it is about.
 */
export function placed(everyone: readonly Omit<Person, 'manages' | 'readers'>[]): Person[] {
  const managers = managersAmong(everyone)
  const units = Map.groupBy(everyone, ({ unit }) => unit.join('/'))
  const readersOf = new Map([...units].map(([unit, members]) => [unit, readersAmong(members)]))
  return everyone.map((person) => ({
    ...person,
    manages: managers.has(person.id),
    readers: (readersOf.get(person.unit.join('/')) ?? []).filter((id) => id !== person.id),
  }))
}

/** The manager of a unit stands in it, but whom that manager names does not manage it. */
function readersAmong(members: readonly Pick<Person, 'id' | 'managers'>[]): PersonId[] {
  const managers = managersAmong(members)
  return [...managersAmong(members.filter(({ id }) => !managers.has(id)))].sort()
}

/** Everybody above this person, up to the top. A cycle in the roster ends the walk. */
export function above(person: Person, everyone: readonly Person[]): Set<PersonId> {
  const byId = new Map(everyone.map((one) => [one.id, one]))
  const found = new Set<PersonId>()
  const climb = (ids: readonly PersonId[]) => {
    for (const id of ids) {
      if (found.has(id)) continue
      found.add(id)
      climb(byId.get(id)?.managers ?? [])
    }
  }
  climb(person.managers)
  return found
}
