/**
 * The roster: who works here, in which unit, under whom. It comes from the municipality (a file or Graph);
 * nothing in it was said to the bot.
 */

import type { Clock, Collection, Doc, Language, PersonId, Store } from './ports.ts'
import { change } from './store/change.ts'
import { everything } from './store/read-all.ts'
import { sameName, sharedNames } from './text/names.ts'
import type { Week, Weekday } from './time.ts'

export const ROLES = ['hr', 'admin', 'works-council', 'fg', 'list-keeper'] as const
/** `fg` is the data protection officer of the municipality, `list-keeper` who keeps its list of barriers. */
export type Role = (typeof ROLES)[number]

/** One row of the roster. The id is the Entra object id. */
export interface Person extends Doc {
  name: string
  /** Absent where the roster has none. */
  email?: string
  /** From the top down: `['Gemeente Voorbeeldstad', 'Sociaal Domein', 'Team Jeugd']`. */
  unit: string[]
  /** Several managers are normal. */
  managers: PersonId[]
  roles: Role[]
  language?: Language
  jobTitle?: string
  workingDays?: Weekday[]
  /** The last day, as 2026-12-31. Nobody sees it but this person. */
  until?: string
  /** Whether this person manages anybody, and so reads a pulse. Follows from the whole roster: see {@link placed}. */
  manages: boolean
  /** Who would read a pulse with this person's words in it: everyone who manages somebody in the same unit. */
  readers: PersonId[]
  /** Somebody else has the same name: see `shownName`. Follows from the whole roster, too. */
  isNamesake?: true
  /** The week in which this person first stood on the roster: where their rotation of questions begins. */
  since: Week
}

export interface People {
  of(tenant: string, person: PersonId): Promise<Person | undefined>
  /**
   * The very same list for ten minutes at most, or until somebody, here or in another process, changes the roster, or
   * other tenants need the room. An import that is killed leaves no stamp: its changes are seen when the list has grown old.
   */
  all(tenant: string): Promise<readonly Person[]>
}

/** Every change leaves another stamp: who keeps the roster in memory sees by one small read whether it still holds. */
export interface Roster extends Collection<Person> {
  /** Many changes with one stamp, left when `work` has ended or failed. */
  together<T>(tenant: string, work: (people: Collection<Person>) => Promise<T>): Promise<T>
  /** Undefined before the first change. */
  stamp(tenant: string): Promise<string | undefined>
}

/** The roster as a collection of the tenant, by name. */
export function roster(store: Store): Roster {
  const all = store.collection<Person>({
    name: 'people',
    owner: 'tenant',
    mayLag: true,
    indexes: { name: (person) => person.name.toLowerCase() },
    lives: { untilRemoved: 'as long as the municipality lists this person' },
  })
  const stamps = store.collection<Doc>({
    name: 'rosters',
    owner: 'tenant',
    indexes: {},
    lives: { untilRemoved: 'one for a tenant: a stamp, and nothing of anybody' },
  })
  const keyOf = (tenant: string) => ({ tenant, id: 'stamp' })

  async function together<T>(tenant: string, work: (people: Collection<Person>) => Promise<T>): Promise<T> {
    // Written again as it is: its etag is the stamp.
    const leaveStamp = () => change(stamps, keyOf(tenant), (known) => known ?? keyOf(tenant))
    const done = await work(all).catch(async (error: unknown) => {
      await leaveStamp().catch(() => {})
      throw error
    })
    await leaveStamp()
    return done
  }

  return {
    ...all,
    together,
    put: (person) => together(person.tenant, (people) => people.put(person)),
    remove: (key, etag) => together(key.tenant, (people) => people.remove(key, etag)),
    stamp: async (tenant) => (await stamps.get(keyOf(tenant)))?.etag,
  }
}

/** How long a list is given again at most. */
const FRESH_MS = 10 * 60_000
/** Of how many people, over all tenants, lists are kept: some twenty megabytes. */
const MOST_KEPT = 30_000

interface ReadRoster {
  stamp: string | undefined
  /** When it was read, in milliseconds. */
  at: number
  everyone: Promise<readonly Person[]>
  /** How many they are; 0 while that is being read. */
  size: number
}

/** Forgets the lists that were asked for longest ago; the last one stays, however long it is. */
function makeRoom(read: Map<string, ReadRoster>): void {
  let total = [...read.values()].reduce((sum, { size }) => sum + size, 0)
  for (const [tenant, { size }] of read) {
    if (total <= MOST_KEPT || read.size === 1) return
    read.delete(tenant)
    total -= size
  }
}

export function people(roster: Roster, clock: Clock): People {
  const read = new Map<string, ReadRoster>()
  return {
    of: (tenant, person) => roster.get({ tenant, id: person }),
    async all(tenant) {
      const stamp = await roster.stamp(tenant)
      const known = read.get(tenant)
      const at = clock.now().getTime()
      const holds = known && known.stamp === stamp && Math.abs(at - known.at) < FRESH_MS
      // The stamp is older than what is read after it: a change in between is read again next time.
      const now = holds ? known : { stamp, at, everyone: everything(roster, { tenant }, 'name'), size: 0 }
      // The one asked for last comes last.
      read.delete(tenant)
      read.set(tenant, now)
      try {
        const everyone = await now.everyone
        now.size = everyone.length
        makeRoom(read)
        return everyone
      } catch (error) {
        if (read.get(tenant) === now) read.delete(tenant)
        throw error
      }
    },
  }
}

/** The unit that a colleague knows somebody by: `Team Jeugd`. */
export const teamOf = (person: Pick<Person, 'unit'>) => person.unit.at(-1) ?? ''

/** Everybody who manages somebody. */
const managersAmong = (everyone: readonly Pick<Person, 'managers'>[]) =>
  new Set(everyone.flatMap((one) => one.managers))

/**
 * Writes with each person what follows from the roster as a whole, once, when the roster changes: so that a turn
 * needs to read nobody but the person it is about.
 */
export function placed(everyone: readonly Omit<Person, 'manages' | 'readers'>[]): Person[] {
  const managers = managersAmong(everyone)
  const shared = sharedNames(everyone)
  const units = Map.groupBy(everyone, ({ unit }) => unit.join('/'))
  const readersOf = new Map([...units].map(([unit, members]) => [unit, readersAmong(members)]))
  return everyone.map(({ isNamesake: _before, ...person }) => ({
    ...person,
    ...(shared.has(sameName(person.name)) && { isNamesake: true }),
    manages: managers.has(person.id),
    readers: (readersOf.get(person.unit.join('/')) ?? []).filter((id) => id !== person.id),
  }))
}

/** The manager of a unit belongs to it, but the manager of that manager does not manage it. */
function readersAmong(members: readonly Pick<Person, 'id' | 'managers'>[]): PersonId[] {
  const managers = managersAmong(members)
  return [...managersAmong(members.filter(({ id }) => !managers.has(id)))].sort()
}

/** Everybody above this person, up to the top. A cycle in the roster ends the walk. */
export function above(person: Person, byId: ReadonlyMap<PersonId, Person>): Set<PersonId> {
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

/** Whether this person decides on reports where that role does: nobody of HR decides, whatever else they are. */
export const mayDecide = ({ roles }: Pick<Person, 'roles'>, role: Role | undefined): boolean =>
  role !== undefined && role !== 'hr' && roles.includes(role) && !roles.includes('hr')
