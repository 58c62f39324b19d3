import type { PersonId } from '../../core/ports.ts'
import type { Week } from '../../core/time.ts'
import type { Window } from '../rules/windows.ts'

/** Somebody's place in a unit for some weeks. A person who moves has two, one after the other. */
export interface Member {
  person: PersonId
  unit: string
  from: Week
  /** Exclusive; absent for a person who is still there. */
  to?: Week
  /** The units whose pulse this person reads, in whatever role. */
  reads: readonly string[]
  /** In which weeks everybody knows them to be away. */
  out?: readonly Week[]
}

export const isThere = ({ from, to }: Pick<Member, 'from' | 'to'>, week: Week) => from <= week && (!to || week < to)

/** R5: everyone who reads a pulse of any unit. */
export const readersAmong = (members: readonly Member[]): Set<PersonId> =>
  new Set(members.filter(({ reads }) => reads.length > 0).map(({ person }) => person))

/**
 * R2 and R5: who can count, with their place: everyone on the roster in this week who reads no pulse. So a joiner
 * counts from the next window, and a leaver to the close of theirs. Everyone has one place: the first one listed.
 */
export function whoCanCount(members: readonly Member[], week: Week): Map<PersonId, Member> {
  const readers = readersAmong(members)
  const found = new Map<PersonId, Member>()
  for (const member of members) {
    if (isThere(member, week) && !readers.has(member.person) && !found.has(member.person))
      found.set(member.person, member)
  }
  return found
}

/**
 * Who reads what is said in a unit, by unit: those who read it from the opening of the window to its close. So nobody
 * reads words that were given under other names.
 */
export function readersByUnit(members: readonly Member[], { from, to }: Window): Map<string, PersonId[]> {
  const readers = new Map<string, PersonId[]>()
  for (const member of members) {
    if (!isThere(member, from) || (member.to !== undefined && member.to < to)) continue
    for (const unit of member.reads) readers.set(unit, [...(readers.get(unit) ?? []), member.person])
  }
  return readers
}
