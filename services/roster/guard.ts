import { type Person, ROLES, type Role } from '../core/people.ts'

/** Why an import waits for somebody who says that it is meant so, or is not done at all. */
export type Doubt =
  | { kind: 'leavers'; people: number; of: number; units: { unit: string[]; people: number }[] }
  | { kind: 'changes'; people: number; of: number; units: number; managers: number; roles: number }
  | { kind: 'last-role'; roles: Role[] }

/** The numbers that an operator said. */
export interface Told {
  leavers?: number
  changes?: number
}

const LARGEST_SHARE = 0.05
const FEWEST = 5
/** Without these nobody can steer, tune or watch. */
const NEEDED = ['hr', 'admin', 'works-council'] as const satisfies Role[]

type Changed = { before: Person; after: Person }

/** What should be looked at before it is done: many who leave or lose something, or a role that nobody has any more. */
export function doubtsAbout(before: readonly Person[], left: readonly Person[], stay: readonly Changed[]): Doubt[] {
  const isMany = (people: number) => people >= FEWEST && people > before.length * LARGEST_SHARE
  const isRenamed = renames(before, stay)
  const moved = stay.filter((one) => isElsewhere(one) && !isRenamed(one))
  const managers = stay.filter(({ before, after }) => lacks(after.managers, before.managers))
  const roles = stay.filter(({ before, after }) => lacks(after.roles, before.roles))
  const changes = new Set([...moved, ...managers, ...roles]).size
  const has = (people: Iterable<Person>) => new Set([...people].flatMap((one) => one.roles))
  const now = has(stay.map(({ after }) => after))
  const lost = ROLES.filter((role) => NEEDED.some((one) => one === role) && has(before).has(role) && !now.has(role))
  return [
    ...(isMany(left.length)
      ? [{ kind: 'leavers' as const, people: left.length, of: before.length, units: largest(left) }]
      : []),
    ...(isMany(changes)
      ? [
          {
            kind: 'changes' as const,
            people: changes,
            of: before.length,
            units: moved.length,
            managers: managers.length,
            roles: roles.length,
          },
        ]
      : []),
    ...(lost.length > 0 ? [{ kind: 'last-role' as const, roles: lost }] : []),
  ]
}

/** What is left of the doubts when somebody says these numbers. */
export const remaining = (doubts: readonly Doubt[], told: Told): Doubt[] =>
  doubts.filter(
    (doubt) =>
      !(doubt.kind === 'leavers' && told.leavers === doubt.people) &&
      !(doubt.kind === 'changes' && told.changes === doubt.people),
  )

const lacks = (now: readonly string[], before: readonly string[]) => before.some((one) => !now.includes(one))

export const foldedPath = (unit: readonly string[]) => JSON.stringify(unit).toLowerCase()
export const isElsewhere = ({ before, after }: Changed) => foldedPath(before.unit) !== foldedPath(after.unit)

function largest(people: readonly Person[]) {
  const groups = [...Map.groupBy(people, ({ unit }) => foldedPath(unit)).values()]
  return groups
    .map((members) => ({ unit: members[0]?.unit ?? [], people: members.length }))
    .sort((one, other) => other.people - one.people)
}

/**
 * Whether somebody's unit only has another name: at each level where the name differs, the same people are below the old
 * name as below the new one, the new one is new and the old one is gone.
 */
function renames(before: readonly Person[], stay: readonly Changed[]): (one: Changed) => boolean {
  const to = new Map<string, Set<string>>()
  const from = new Map<string, Set<string>>()
  const note = (all: Map<string, Set<string>>, key: string, other: string) => {
    const known = all.get(key)
    if (known) known.add(other)
    else all.set(key, new Set([other]))
  }
  for (const { before, after } of stay) {
    for (let depth = 1; depth <= Math.max(before.unit.length, after.unit.length); depth++) {
      const [old, next] = [pathAt(before, depth), pathAt(after, depth)]
      if (old) note(to, old, next ?? '')
      if (next) note(from, next, old ?? '')
    }
  }
  const known = new Set(before.flatMap((one) => one.unit.map((_, depth) => pathAt(one, depth + 1) ?? '')))
  const isNew = (path: string) => !known.has(path)
  return ({ before, after }) =>
    before.unit.length === after.unit.length &&
    before.unit.every((name, place) => {
      if (name.toLowerCase() === after.unit[place]?.toLowerCase()) return true
      const [old = '', next = ''] = [pathAt(before, place + 1), pathAt(after, place + 1)]
      return to.get(old)?.size === 1 && from.get(next)?.size === 1 && isNew(next)
    })
}

const pathAt = ({ unit }: Pick<Person, 'unit'>, depth: number) =>
  depth <= unit.length ? foldedPath(unit.slice(0, depth)) : undefined
