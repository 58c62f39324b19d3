import type { Person } from '../../core/people.ts'
import type { PersonId, Secrets } from '../../core/ports.ts'
import type { Member } from './members.ts'
import { type Tree, treeOf, type Unit } from './tree.ts'

/** The organisation as the roster has it now. */
export interface Place {
  tree: Tree
  members: Member[]
}

/** Who has which role now. A person who has left the roster has none. */
export interface Roles {
  /** By manager. */
  deputies: ReadonlyMap<PersonId, PersonId>
  /** By unit. */
  noters: ReadonlyMap<string, PersonId>
}

export const unitOf = ({ unit }: Pick<Person, 'unit'>) => unit.join('/')

/** R13: undefined when the roster is empty or the organisation cannot be read with certainty. */
export const treeNow = (everyone: readonly Person[]): Tree | undefined =>
  everyone.length > 0 ? treeOf(unitsOf(everyone)) : undefined

/** R13: undefined where {@link treeNow} is. */
export function placeOf(everyone: readonly Person[], roles: Roles): Place | undefined {
  const tree = treeNow(everyone)
  return tree && { tree, members: membersOf(everyone, roles) }
}

/** Every unit that somebody is in, and all over it. */
function unitsOf(everyone: readonly Person[]): Unit[] {
  const units = new Map<string, Unit>()
  for (const { unit } of everyone) {
    for (const [depth, name] of unit.entries()) {
      const id = unit.slice(0, depth + 1).join('/')
      units.set(id, { id, name, parent: depth > 0 ? unit.slice(0, depth).join('/') : null })
    }
  }
  return [...units.values()]
}

/** R5: a manager who reads no unit of their own is no member: a person who manages anybody counts nowhere. */
function membersOf(everyone: readonly Person[], roles: Roles): Member[] {
  const reads = readsOf(everyone, roles)
  return everyone
    .filter(({ id, manages }) => !manages || reads.has(id))
    .map((person) => ({
      person: person.id,
      unit: unitOf(person),
      from: person.since,
      reads: [...(reads.get(person.id) ?? [])],
    }))
}

/** R5: everybody on the roster who reads a pulse, or manages somebody: they count in none. */
export function readingNow(everyone: readonly Person[], members: readonly Member[]): Set<PersonId> {
  const counting = new Set(members.filter(({ reads }) => reads.length === 0).map(({ person }) => person))
  return new Set(everyone.filter(({ id }) => !counting.has(id)).map(({ id }) => id))
}

/** The units that each reader reads: their own, those of whom they stand in for, and the team for which they note. */
function readsOf(everyone: readonly Person[], { deputies, noters }: Roles): Map<PersonId, Set<string>> {
  const reads = new Map<PersonId, Set<string>>()
  const add = (reader: PersonId, unit: string) => reads.set(reader, (reads.get(reader) ?? new Set()).add(unit))
  for (const person of everyone) for (const reader of person.readers) add(reader, unitOf(person))
  for (const [unit, noter] of noters) add(noter, unit)
  for (const [manager, deputy] of deputies) for (const unit of [...(reads.get(manager) ?? [])]) add(deputy, unit)
  return reads
}

/** Stands for a reader wherever a pulse is kept: outside the roster no document holds an object id. */
export const markOf = (secrets: Secrets, tenant: string, person: PersonId) =>
  secrets.hmac('reader', tenant, person).slice(0, 16)
