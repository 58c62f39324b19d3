import { everything } from '../core/everything.ts'
import { type Person, placed, type Roster } from '../core/people.ts'
import type { Clock, Collection } from '../core/ports.ts'
import { change } from '../core/put.ts'
import { type Week, weekOf } from '../core/time.ts'
import { COLUMNS, REQUIRED, Row } from './schema.ts'

/** A roster file as rows of text. `line` is where the row stands in the file, the header being line 1. */
export interface Table {
  header: string[]
  rows: { line: number; fields: Record<string, string> }[]
}

/** What is wrong, and where. */
export interface Problem {
  line: number
  column: string
  problem: string
}

export type Checked = { kind: 'good'; rows: Row[] } | { kind: 'bad'; problems: Problem[] }

/** Every problem of the whole file at once, so that it is mended in one go. */
export function checkRoster({ header, rows }: Table): Checked {
  const missing = REQUIRED.filter((column) => !header.includes(column))
  const unknown = header.filter((column) => !COLUMNS.includes(column))
  const problems: Problem[] = [
    ...missing.map((column) => ({ line: 1, column, problem: 'this column is missing' })),
    ...unknown.map((column) => ({ line: 1, column, problem: `no such column; known are ${COLUMNS.join(', ')}` })),
  ]
  if (problems.length === 0 && rows.length === 0)
    problems.push({ line: 1, column: 'objectId', problem: 'the file has no rows' })
  if (problems.length > 0) return { kind: 'bad', problems }
  for (const { line, fields } of rows) {
    const surplus = Object.keys(fields).find((column) => !header.includes(column))
    if (surplus) problems.push({ line, column: surplus, problem: 'this row has more cells than the header' })
  }
  const parsed = rows.map(({ line, fields }) => ({ line, result: Row.safeParse(fields) }))
  for (const { line, result } of parsed) {
    for (const issue of result.error?.issues ?? [])
      problems.push({ line, column: String(issue.path[0]), problem: issue.message })
  }
  const good = parsed.flatMap(({ line, result }) => (result.success ? [{ line, row: result.data }] : []))
  problems.push(...together(good))
  problems.sort((a, b) => a.line - b.line)
  return problems.length > 0 ? { kind: 'bad', problems } : { kind: 'good', rows: good.map(({ row }) => row) }
}

/** What is only wrong among the rows: the same person twice, a manager who is not there, a circle of managers. */
function together(rows: { line: number; row: Row }[]): Problem[] {
  const byId = new Map<string, Row>()
  const problems: Problem[] = []
  for (const { line, row } of rows) {
    if (byId.has(row.objectId)) problems.push({ line, column: 'objectId', problem: 'stands in the file twice' })
    byId.set(row.objectId, row)
  }
  for (const { line, row } of rows) {
    const column = 'managerObjectId'
    for (const id of row.managerObjectId) {
      if (!byId.has(id)) problems.push({ line, column, problem: `nobody in the file has the object id ${id}` })
    }
    if (managesItself(row.objectId, byId)) problems.push({ line, column, problem: 'the managers form a circle' })
  }
  return problems
}

function managesItself(id: string, byId: ReadonlyMap<string, Row>): boolean {
  const seen = new Set<string>()
  const climb = (from: string): boolean =>
    (byId.get(from)?.managerObjectId ?? []).some((above) => {
      if (above === id) return true
      if (seen.has(above)) return false
      seen.add(above)
      return climb(above)
    })
  return climb(id)
}

export interface Imported {
  added: number
  changed: number
  left: number
}

/** Makes the roster of this tenant what the file says. Whoever is not in it has left. */
export const importRoster = (roster: Roster, tenant: string, rows: Row[], clock: Clock): Promise<Imported> =>
  roster.together(tenant, (people) => importInto(people, tenant, rows, clock))

async function importInto(people: Collection<Person>, tenant: string, rows: Row[], clock: Clock): Promise<Imported> {
  const before = await everything(people, { tenant }, 'name')
  const known = new Map(before.map((person) => [person.id, person]))
  const kept = new Set(rows.map(({ objectId }) => objectId))
  let changed = 0
  for (const asked of placed(rows.map((row) => person(tenant, row, weekOf(clock.now()))))) {
    const { changed: wrote } = await change(people, asked, (current) => {
      const wanted = { ...asked, since: current?.since ?? asked.since, ...(current?.etag && { etag: current.etag }) }
      return current && same(current, wanted) ? undefined : wanted
    })
    if (wrote && known.has(asked.id)) changed++
  }
  const left = before.filter(({ id }) => !kept.has(id))
  for (const { id } of left) await people.remove({ tenant, id })
  return { added: rows.filter(({ objectId }) => !known.has(objectId)).length, changed, left: left.length }
}

const same = (one: Person, other: Person) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))

const sorted = (person: Person) => Object.entries(person).sort(([a], [b]) => (a < b ? -1 : 1))

const person = (tenant: string, row: Row, since: Week): Omit<Person, 'manages' | 'readers'> => ({
  tenant,
  id: row.objectId,
  name: row.name,
  email: row.email,
  unit: row.unit,
  managers: row.managerObjectId,
  roles: row.roles,
  since,
  ...(row.language && { language: row.language }),
  ...(row.jobTitle && { jobTitle: row.jobTitle }),
  ...(row.workingDays.length > 0 && { workingDays: row.workingDays }),
})
