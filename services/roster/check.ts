import type { PersonId } from '../core/ports.ts'
import { cellText, doubtAbout, lostLetter, otherPath } from './cell.ts'
import { whoDoesNotBelong, whoIsForeign } from './foreign.ts'
import { columnOf, readHeadings } from './headings.ts'
import { CELLS, COLUMNS, type Column, ObjectId, REQUIRED, type Row } from './schema.ts'
import type { Table } from './table.ts'

/** What is wrong, or to be known, and where. */
export interface Remark {
  line: number
  column: string
  text: string
}

/** A row that can be used. */
export interface ReadRow {
  line: number
  row: Row
}

/** Whom a row names that cannot be used, as far as it says so. */
export interface LeftOut {
  line: number
  id?: PersonId
  name: string
  email: string
}

export interface ReadRoster {
  kind: 'read'
  encoding: string
  rows: ReadRow[]
  /** Whose last day has been. */
  ended: ReadRow[]
  leftOut: LeftOut[]
  /** Cells and rows that are not used. */
  problems: Remark[]
  /** What was used otherwise than the file has it. */
  notes: Remark[]
  /** Headings that say nothing to a roster. */
  unread: string[]
}

/** Refused whole: its form is in doubt. The reason is one line. */
export type Checked = ReadRoster | { kind: 'refused'; reason: string }

class FormInDoubt extends Error {}

/** A file with something wrong in every row needs no list of all of them. */
const MOST_REMARKS = 10_000

/**
 * Reads all rows. What is wrong in one of them is told by line and column and leaves the others as they are.
 * @param today the present day, as 2026-12-31
 */
export async function checkRoster(table: Table, today: string): Promise<Checked> {
  const headings = readHeadings(table.headings)
  if (headings.kind === 'refused') {
    // What is wrong further on in a file that is refused already is not said.
    const whom = headings.missing ? await whoDoesNotBelong(table).catch(() => []) : []
    const others = whom.map(({ line, text }) => `Line ${line}: ${text}.`)
    return { kind: 'refused', reason: [`Line ${table.line}: ${headings.reason}`, ...others].join(' ') }
  }
  const read: ReadRoster = {
    kind: 'read',
    encoding: table.encoding,
    rows: [],
    ended: [],
    leftOut: [],
    problems: [],
    notes: [],
    unread: headings.unread,
  }
  try {
    await readRows(table, headings.places, read, today)
  } catch (error) {
    if (error instanceof FormInDoubt) return { kind: 'refused', reason: error.message }
    throw error
  }
  const { rows, ended, leftOut, problems } = read
  if (rows.length + ended.length + leftOut.length === 0)
    return { kind: 'refused', reason: `Line ${table.line}: there are headings and no rows.` }
  if (rows.length + ended.length === 0) return { kind: 'refused', reason: allWrong(problems) }
  readTogether(read)
  for (const remarks of [read.problems, read.notes]) remarks.sort((one, other) => one.line - other.line)
  return read
}

const allWrong = (problems: readonly Remark[]) =>
  [`None of the rows can be used.`, ...problems.slice(0, 5).map(remarkLine)].join('\n')

export const remarkLine = ({ line, column, text }: Remark) => `line ${line}, ${column}: ${text}`

const CUT = 'the file ends in the middle of this row; it is left out'
const MOVED =
  'this row has more cells than there are headings; it is left out. A cell with a separator in it wants quotes'

async function readRows(
  { headings, rows }: Table,
  places: ReadonlyMap<Column, number>,
  read: ReadRoster,
  today: string,
): Promise<void> {
  const isForeign = whoIsForeign(headings)
  for await (const { line, cells, cut } of rows) {
    const remark = (column: string, text: string) => {
      if (read.problems.length < MOST_REMARKS) read.problems.push({ line, column, text })
    }
    const text = (column: Column) => cellText(cells[places.get(column) ?? -1] ?? '')
    const whom = (id?: PersonId): LeftOut => ({ line, name: text('name'), email: text('email'), ...(id && { id }) })
    const id = ObjectId.safeParse(text('objectId')).data
    if (columnOf(text('objectId')) === 'objectId') {
      read.notes.push({ line, column: 'the whole row', text: 'the headings again: not read as a person' })
      continue
    }
    const count = read.problems.length
    const row = readCells(cells, places, line, remark, read.notes)
    const surplus = cells.findIndex((cell, at) => at >= headings.length && cellText(cell) !== '')
    // A cell that fell apart moves those behind it, also where the last ones are empty.
    const isMoved = surplus >= 0 || (cells.length > headings.length && read.problems.length > count)
    if (cut || isMoved) {
      read.problems.length = count
      if (cut) remark('the whole row', CUT)
      else remark(`cell ${Math.max(surplus, headings.length) + 1}`, MOVED)
      read.leftOut.push(whom(id))
      continue
    }
    for (const foreign of isForeign(cells)) read.notes.push({ line, ...foreign })
    if (!row) read.leftOut.push(whom(id))
    else if (row.until && row.until < today) {
      read.notes.push({ line, column: 'until', text: `the last day of ${row.name} was ${row.until}: has left` })
      read.ended.push({ line, row })
    } else read.rows.push({ line, row })
  }
}

/** @returns undefined when a cell that is needed cannot be used */
function readCells(
  cells: readonly string[],
  places: ReadonlyMap<Column, number>,
  line: number,
  remark: (column: Column, text: string) => void,
  notes: Remark[],
): Row | undefined {
  const row: Record<string, unknown> = {}
  for (const column of COLUMNS) {
    const place = places.get(column)
    if (place === undefined) continue
    const raw = cells[place] ?? ''
    const text = cellText(raw)
    const isNeeded = REQUIRED.some((needed) => needed === column)
    if (column === 'unit') {
      const other = otherPath(text)
      if (other) throw new FormInDoubt(`Line ${line}, unit: ${other}. Nothing was imported.`)
    }
    if (text === '' && !isNeeded)
      row[column] =
        column === 'email' || column === 'language' || column === 'jobTitle' || column === 'until' ? null : []
    else if (column === 'managerObjectId') row[column] = managersIn(text, (problem) => remark(column, problem))
    else {
      const doubt = doubtAbout(raw, text)
      const parsed = doubt ? undefined : CELLS[column].safeParse(text)
      if (parsed?.success) row[column] = parsed.data
      else {
        const what = doubt ?? parsed?.error?.issues[0]?.message ?? 'cannot be read'
        remark(column, `${what}; ${isNeeded ? 'this row is left out' : 'this cell stays as it was'}`)
      }
    }
  }
  if (typeof row.name === 'string' && lostLetter(row.name))
    notes.push({ line, column: 'name', text: `"${row.name}": was a letter lost where the question mark stands?` })
  return REQUIRED.every((column) => row[column] !== undefined) ? (row as unknown as Row) : undefined
}

/** What is no id counts for nobody, and the others count. */
function managersIn(text: string, remark: (problem: string) => void): PersonId[] {
  const parts = text.split(/[\s,;|/]+/).filter(Boolean)
  const ids = parts.flatMap((part) => ObjectId.safeParse(part).data ?? [])
  if (ids.length < parts.length) {
    const rest = ids.length > 0 ? 'only the ids in this cell count' : 'no manager is taken from this cell'
    remark(`"${text.slice(0, 60)}" is no object id; ${rest}`)
  }
  return [...new Set(ids)].sort()
}

/** What is only wrong among the rows: the same person twice, a manager who is not there. */
function readTogether(read: ReadRoster): void {
  const named = new Set([...read.rows, ...read.ended].map(({ row }) => row.objectId))
  for (const { id } of read.leftOut) if (id) named.add(id)
  read.rows = once(read, [...read.rows, ...read.ended])
  const gone = new Set(read.ended.map(({ row }) => row.objectId))
  for (const { line, row } of read.rows) {
    const { managerObjectId: ids } = row
    if (!ids) continue
    const note = (text: string) => read.notes.push({ line, column: 'managerObjectId', text })
    row.managerObjectId = ids.filter((id) => {
      if (id === row.objectId) note(`${row.name} is their own manager: read as none`)
      else if (!named.has(id)) note(`nobody in the file has the object id ${id}: left empty`)
      else if (gone.has(id)) note(`the manager ${id} has left: left empty`)
      else return true
      return false
    })
  }
}

/** Each person once. Rows that do not agree say nothing about whom they name. @returns those who are here */
function once(read: ReadRoster, all: readonly ReadRow[]): ReadRow[] {
  const wrong = Map.groupBy(read.leftOut, ({ id }) => id ?? '')
  const kept: ReadRow[] = []
  for (const [id, rows] of Map.groupBy(all, ({ row }) => row.objectId)) {
    const [first] = rows
    if (!first) continue
    const lines = [...rows, ...(wrong.get(id) ?? [])].map(({ line }) => line).sort((a, b) => a - b)
    const agree = rows.every(({ row }) => JSON.stringify(row) === JSON.stringify(first.row)) && !wrong.has(id)
    if (agree) kept.push(first)
    else {
      const text = `lines ${lines.join(' and ')} name the same person and do not say the same; nothing changes for ${first.row.name}`
      read.problems.push({ line: first.line, column: 'objectId', text })
      read.leftOut.push({ line: first.line, id, name: first.row.name, email: first.row.email ?? '' })
    }
  }
  const ended = new Set(read.ended)
  read.ended = kept.filter((one) => ended.has(one))
  return kept.filter((one) => !ended.has(one))
}
