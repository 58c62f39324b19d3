import { type Person, teamOf } from '../../core/people.ts'
import type { PersonId } from '../../core/ports.ts'

/** What an asker may show instead of a name. */
export interface ShownRole {
  kind: 'job' | 'team'
  name: string
}

/** With fewer who could be meant, a role would be a name. */
const HOLDERS = 5

/** Whom a question of this person never goes to. */
type NeverAsked = (asker: Person) => ReadonlySet<PersonId>

/**
 * R19: the job of the asker when enough people hold it, else the team when it is large enough, else nothing. Enough are left
 * for each person who may be asked, when they take out themselves, and everybody who could never have asked them.
 */
export function roleOf(
  asker: Person | undefined,
  everyone: Iterable<Person>,
  neverAsked: NeverAsked,
): ShownRole | undefined {
  if (!asker) return undefined
  const others = [...everyone]
  const roles: ShownRole[] = [
    ...(asker.jobTitle ? [{ kind: 'job' as const, name: asker.jobTitle }] : []),
    { kind: 'team', name: teamOf(asker) },
  ]
  return roles.find((role) => {
    const holders = holdersOf(role, asker, others)
    return holders.length >= HOLDERS && leftFor(asker, holders, neverAsked) >= HOLDERS
  })
}

/** Who could be meant by the role that this asker shows. */
export function holdersOf({ kind, name }: ShownRole, asker: Person, everyone: readonly Person[]): Person[] {
  const unit = asker.unit.join('/')
  return everyone.filter((one) => (kind === 'job' ? one.jobTitle === name : one.unit.join('/') === unit))
}

/** How many holders are left for the person who can rule out most of them, of those who may be asked. */
function leftFor(asker: Person, holders: readonly Person[], neverAsked: NeverAsked): number {
  const never = neverAsked(asker)
  const out = new Map<PersonId, number>()
  for (const holder of holders) for (const id of neverAsked(holder)) out.set(id, (out.get(id) ?? 0) + 1)
  const most = [...out].reduce((largest, [id, count]) => (never.has(id) ? largest : Math.max(largest, count)), 0)
  return holders.length - most
}

/** The jobs or teams that are as good as a name: fewer people have each than a role needs. */
export const heldByFew = (roles: readonly (string | undefined)[]): string[] =>
  [...Map.groupBy(roles, (role) => role)].flatMap(([role, holders]) => (role && holders.length < HOLDERS ? [role] : []))
