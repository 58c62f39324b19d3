import type { Person } from '../../core/people.ts'
import type { Collection, Doc, Instant, PersonId, Secrets, Store } from '../../core/ports.ts'
import { everything } from '../../core/store/read-all.ts'
import { markOf, type Roles, unitOf } from './organisation-now.ts'

/** Somebody reads a pulse who manages nobody in it: in the place of a manager, or to note what a team decides. By marks. */
export interface Role extends Doc {
  kind: 'deputy' | 'noter'
  who: string
  /** The manager whose place it is; absent for who notes. */
  of?: string
  /** The team that manages itself; absent for a deputy. */
  unit?: string
  /** When a deputy was asked last; absent for who notes. */
  asked?: Instant
  /** A deputy has yet to be asked. */
  untold?: boolean
  /** A deputy said yes. */
  agreed: boolean
  /** A deputy said no, and was not asked again since. */
  refused?: boolean
}

const NO_ROLES: Roles = { deputies: new Map(), noters: new Map() }

export const roleCollection = (store: Store): Collection<Role> =>
  store.collection<Role>({
    name: 'pulseRoles',
    owner: 'tenant',
    indexes: { kind: ({ kind, id }) => `${kind}|${id}`, untold: ({ untold, id }) => (untold ? id : undefined) },
    lives: { untilRemoved: 'the person who asked for it, or the administrator, ends it' },
  })

interface RolesPorts {
  roles: Collection<Role>
  secrets: Secrets
  everyone(tenant: string): Promise<readonly Person[]>
}

/** What is decided of roles holds from the next window that opens: an author sees the names before agreeing to a quote. */
export async function rolesOf({ roles, secrets, everyone }: RolesPorts, tenant: string): Promise<Roles> {
  const known = await everything(roles, { tenant }, 'kind')
  if (known.length === 0) return NO_ROLES
  const byMark = new Map((await everyone(tenant)).map((one) => [markOf(secrets, tenant, one.id), one]))
  const deputies = new Map<PersonId, PersonId>()
  const noters = new Map<string, PersonId>()
  for (const { kind, who, of = '', unit, agreed } of known) {
    const [person, manager] = [byMark.get(who), byMark.get(of)]
    if (kind === 'deputy' && agreed && person && manager?.manages) deputies.set(manager.id, person.id)
    if (kind === 'noter' && unit !== undefined && person && unitOf(person) === unit) noters.set(unit, person.id)
  }
  return { deputies, noters }
}
