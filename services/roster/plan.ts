import { type Person, placed } from '../core/people.ts'
import type { PersonId } from '../core/ports.ts'
import type { Week } from '../core/time.ts'
import { pathText } from './cell.ts'
import type { LeftOut, ReadRow } from './check.ts'
import { type Doubt, doubtsAbout, foldedPath, isElsewhere } from './guard.ts'
import type { Row } from './schema.ts'

/** What an import would make of the roster. Nothing is written yet. */
export interface Plan {
  kind: 'planned'
  /** Everybody on the roster afterwards. */
  after: Person[]
  added: Person[]
  changed: { before: Person; after: Person }[]
  moved: { before: Person; after: Person }[]
  left: Person[]
  /** Who stays as they were, because their row cannot be used. */
  asTheyWere: Person[]
  /** Whose document has to be written, with the etag that was read. */
  writes: Person[]
  doubts: Doubt[]
}

type Unplaced = Omit<Person, 'manages' | 'readers'>

/** The roster as it was, and as a file says it is; refused when the whole of it cannot be right. */
export function planImport(
  tenant: string,
  { rows, leftOut }: { rows: readonly ReadRow[]; leftOut: readonly LeftOut[] },
  before: readonly Person[],
  week: Week,
): Plan | { kind: 'refused'; reason: string } {
  const known = new Map(before.map((person) => [person.id, person]))
  const wanted = new Map(rows.map(({ row }) => [row.objectId, personOf(tenant, row, known.get(row.objectId), week)]))
  const asTheyWere = namedBy(leftOut, before).filter(({ id }) => !wanted.has(id))
  return planned(before, [...wanted.values(), ...asTheyWere], asTheyWere)
}

/** The same for a roster that is given whole. */
export function planned(
  before: readonly Person[],
  given: readonly Unplaced[],
  asTheyWere: Person[] = [],
): Plan | { kind: 'refused'; reason: string } {
  const known = new Map(before.map((person) => [person.id, person]))
  const here = new Set(given.map(({ id }) => id))
  const standing = oneSpelling(given).map((one) => ({ ...one, managers: one.managers.filter((id) => here.has(id)) }))
  const reason = circleIn(standing) ?? sameKeyIn(standing)
  if (reason) return { kind: 'refused', reason }
  const after = placed(standing)
  const stay = after.flatMap((one) => {
    const was = known.get(one.id)
    return was ? [{ before: was, after: one }] : []
  })
  const left = before.filter(({ id }) => !here.has(id))
  const changed = stay.filter(({ before, after }) => own(before) !== own(after))
  return {
    kind: 'planned',
    after,
    added: after.filter(({ id }) => !known.has(id)),
    changed,
    moved: changed.filter(isElsewhere),
    left,
    asTheyWere,
    writes: after.filter((one) => {
      const was = known.get(one.id)
      return !was || whole(was) !== whole(one)
    }),
    doubts: doubtsAbout(before, left, stay),
  }
}

/** An empty cell takes away, a cell that is not there leaves what was. */
function personOf(tenant: string, row: Row, was: Person | undefined, week: Week): Unplaced {
  const kept = <T>(given: T | null | undefined, known: T | undefined) =>
    (given === undefined ? known : given) ?? undefined
  const days = row.workingDays ?? was?.workingDays ?? []
  const [email, language, jobTitle, until] = [
    kept(row.email, was?.email),
    kept(row.language, was?.language),
    kept(row.jobTitle, was?.jobTitle),
    kept(row.until, was?.until),
  ]
  return {
    tenant,
    id: row.objectId,
    name: row.name,
    unit: row.unit,
    managers: row.managerObjectId ?? was?.managers ?? [],
    roles: row.roles ?? was?.roles ?? [],
    since: was?.since ?? week,
    ...(email && { email }),
    ...(language && { language }),
    ...(jobTitle && { jobTitle }),
    ...(days.length > 0 && { workingDays: days }),
    ...(until && { until }),
    ...(was?.etag && { etag: was.etag }),
  }
}

/** Who is meant by rows that cannot be used: by id in whatever form, else by e-mail address, else by name. */
function namedBy(leftOut: readonly LeftOut[], before: readonly Person[]): Person[] {
  if (leftOut.length === 0) return []
  const byId = new Map(before.map((one) => [one.id, one]))
  const byMail = Map.groupBy(before, ({ email = '' }) => email.toLowerCase())
  const byName = Map.groupBy(before, ({ name }) => name.toLowerCase())
  return leftOut.flatMap(({ id, name, email }): Person[] => {
    const sure = id ? byId.get(id) : undefined
    if (id) return sure ? [sure] : []
    const mailed = email ? byMail.get(email.toLowerCase()) : undefined
    return mailed ?? (name ? byName.get(name.toLowerCase()) : undefined) ?? []
  })
}

/** One unit whatever its capitals: as most people have it. */
function oneSpelling(people: readonly Unplaced[]): Unplaced[] {
  const spellings = new Map<string, Map<string, number>>()
  for (const { unit } of people) {
    for (let depth = 1; depth <= unit.length; depth++) {
      const key = foldedPath(unit.slice(0, depth))
      const counts = spellings.get(key) ?? new Map<string, number>()
      const name = unit[depth - 1] ?? ''
      counts.set(name, (counts.get(name) ?? 0) + 1)
      spellings.set(key, counts)
    }
  }
  const usual = new Map<string, string>()
  for (const [key, counts] of spellings) {
    const [first] = [...counts].sort(([one, times], [other, often]) => often - times || (one < other ? -1 : 1))
    usual.set(key, first?.[0] ?? '')
  }
  return people.map((one) => ({
    ...one,
    unit: one.unit.map((name, place) => usual.get(foldedPath(one.unit.slice(0, place + 1))) ?? name),
  }))
}

/** People who manage each other, by name, in the order of who manages whom. */
function circleIn(people: readonly Unplaced[]): string | undefined {
  const byId = new Map(people.map((one) => [one.id, one]))
  const done = new Set<PersonId>()
  for (const { id: start } of people) {
    const path: { id: PersonId; left: PersonId[] }[] = []
    const on = new Set<PersonId>()
    const enter = (id: PersonId) => {
      on.add(id)
      path.push({ id, left: [...(byId.get(id)?.managers ?? [])] })
    }
    if (!done.has(start)) enter(start)
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.left.pop()
      if (next === undefined) {
        done.add(top.id)
        on.delete(top.id)
        path.pop()
      } else if (on.has(next)) {
        const circle = path.slice(path.findIndex(({ id }) => id === next)).map(({ id }) => byId.get(id)?.name ?? id)
        return `Managers form a circle: ${[...circle, circle[0]].join(' → ')}. Empty managerObjectId of one of them.`
      } else if (!done.has(next)) enter(next)
    }
  }
  return undefined
}

/** A slash in a name must not make one unit of two: elsewhere a unit is known by its path. */
function sameKeyIn(people: readonly Unplaced[]): string | undefined {
  const paths = new Map<string, string[]>()
  for (const { unit } of people) {
    for (let depth = 1; depth <= unit.length; depth++) {
      const path = unit.slice(0, depth)
      const key = path.join('/')
      const known = paths.get(key)
      if (known && known.length !== path.length)
        return `The units ${pathText(known)} and ${pathText(path)} are too much alike. Give one of them another name.`
      paths.set(key, path)
    }
  }
  return undefined
}

/** What the file says of somebody, without what follows from the roster as a whole. */
const own = ({ manages: _, readers: __, etag: ___, version: ____, ...said }: Person) => sorted(said)
const whole = ({ etag: _, version: __, ...doc }: Person) => sorted(doc)
const sorted = (doc: object) => JSON.stringify(Object.entries(doc).sort(([a], [b]) => (a < b ? -1 : 1)))
