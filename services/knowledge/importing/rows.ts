import { clean } from '../../core/text/clean.ts'
import { type Column, type Places, readHeadings } from './columns.ts'
import type { Entry, Row, Table } from './entry.ts'

/** Makes plain lines of a cell with layout in it. */
export type PlainText = (html: string) => string

const HTML = /<\/?[a-z][a-z\d]*(?:\s[^<>]*)?\/?>|&(?:#\d+|[a-z]{2,8});/i
/** Where a program writes that there is nothing. */
const NOTHING = /^(?:null|nil|none|n\.?v\.?t\.?|n\/a|-+|\(leeg\)|\(blank\))$/i

/** A quote mark that keeps a spreadsheet from running a text. */
const NO_FORMULA = /^'(?=[=+\-@])/

/** What a cell says; layout is gone. */
function cellOf(raw: string, plain: PlainText): string {
  const text = clean(HTML.test(raw) ? plain(raw) : raw).replace(NO_FORMULA, '')
  return NOTHING.test(text) ? '' : text
}

export const onOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The same of a row of any table. */
export function entryIn({ line, cells, cut }: Row, places: Places, width: number, plain: PlainText): Entry | undefined {
  const text = (column: Column) => cellOf(cells[places.get(column) ?? -1] ?? '', plain)
  const isMoved = cells.some((cell, at) => at >= width && /[\p{L}\p{N}]/u.test(cell))
  const entry: Entry = {
    line,
    question: onOneLine(text('question')),
    answer: text('answer'),
    topic: onOneLine(text('topic')),
    keeper: onOneLine(text('keeper')),
    checked: onOneLine(text('checked')),
    source: onOneLine(text('source')),
    mark: onOneLine(text('mark')),
    path: [],
  }
  if (cut || isMoved) return { ...entry, broken: cut ? 'cut' : 'moved' }
  return entry.question || entry.answer ? entry : undefined
}

/** Every row that holds something. @throws {FormInDoubt} when the columns cannot be told */
export async function* entriesInTable({ headings, line, rows }: Table, plain: PlainText): AsyncGenerator<Entry> {
  const places = readHeadings(headings, line)
  for await (const row of rows) {
    const entry = entryIn(row, places, headings.length, plain)
    if (entry) yield entry
  }
}
