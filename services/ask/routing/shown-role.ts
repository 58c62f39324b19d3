import { type Person, teamOf } from '../../core/people.ts'

/** What an asker may show instead of a name. */
export interface ShownRole {
  kind: 'job' | 'team'
  name: string
}

/** With fewer who could be meant, a role would be a name. */
const HOLDERS = 5

/** The job of the asker when enough people hold it, else the team when it is large enough, else nothing. */
export function roleOf(asker: Person | undefined, everyone: Iterable<Person>): ShownRole | undefined {
  if (!asker) return undefined
  const others = [...everyone]
  const job = asker.jobTitle
  if (job && others.filter(({ jobTitle }) => jobTitle === job).length >= HOLDERS) return { kind: 'job', name: job }
  const unit = asker.unit.join('/')
  const members = others.filter((one) => one.unit.join('/') === unit)
  return members.length >= HOLDERS ? { kind: 'team', name: teamOf(asker) } : undefined
}

/** The jobs or teams that are as good as a name: fewer people have each than a role needs. */
export const heldByFew = (roles: readonly (string | undefined)[]): string[] =>
  [...Map.groupBy(roles, (role) => role)].flatMap(([role, holders]) => (role && holders.length < HOLDERS ? [role] : []))
