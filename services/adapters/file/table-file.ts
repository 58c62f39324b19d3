import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { CsvError, type Info, parse as parseStream } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { type Bytes, decoderOf, type Encoding, encodingOf, inFile, UnreadableText } from './encoding.ts'

/** A file that cannot be read as a table at all; the message says where and what to do. */
export class UnreadableTable extends Error {
  override readonly name = 'UnreadableTable'
}

/** A row as it is in the file. `cut` when the file ends in the middle of it. */
export interface FileRow {
  line: number
  cells: string[]
  cut?: true
}

export interface TableFile {
  encoding: Encoding
  headings: string[]
  /** On which line the headings begin. */
  line: number
  /** Read from the disk while they are asked for. */
  rows: AsyncIterable<FileRow>
}

/** How much a line looks like the headings that are wanted: 0 for not at all. */
export type Weigh = (cells: readonly string[]) => number

const MOST_BYTES = 100 * 1024 * 1024
const MOST_IN_A_ROW = 1 << 20
/** Enough of the file to see its headings. */
const BEGINNING = 64 * 1024
/** The headings come after five other lines at most. */
const LINES_TO_LOOK_AT = 6
const SEPARATORS = [';', ',', '\t', '|']
const LINE_ENDS = ['\r\n', '\n', '\r']
const LINE_END = /\r\n|\n|\r/
const OPTIONS = {
  info: true,
  trim: true,
  relax_column_count: true,
  record_delimiter: LINE_ENDS,
  max_record_size: MOST_IN_A_ROW,
} as const

type Record = { record: string[]; info: Info }

/**
 * Opens a file with a table: UTF-8, UTF-16 or Windows-1252; comma, semicolon, tab or |, whichever its headings are separated by.
 * @throws {UnreadableTable} when it is no such file, also while its rows are read
 */
export async function readTableFile(path: string, weigh: Weigh): Promise<TableFile> {
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new UnreadableTable(`${path} cannot be read. Check the path.`)
  if (!found.isFile()) throw new UnreadableTable(`${path} is no file. Name the CSV file itself.`)
  if (found.size > MOST_BYTES) throw new UnreadableTable(`${path} is larger than 100 MB. Is it the roster?`)
  return tableOf(inFile(path), weigh)
}

/** The same for bytes, wherever they are. @throws {UnreadableTable} */
export async function tableOf(bytes: Bytes, weigh: Weigh): Promise<TableFile> {
  const encoding = await encodingOf(bytes).catch(asUnreadable)
  return read(textOf(bytes, encoding), encoding, weigh)
}

/** The same for text that is in hand. */
export async function tableIn(text: string, weigh: Weigh): Promise<TableFile> {
  return read(Readable.from([text]), 'utf-8', weigh)
}

/** @throws {UnreadableTable} when it is not in this encoding to its end */
export async function* textOf(bytes: Bytes, encoding: Encoding): AsyncGenerator<string> {
  const decoder = decoderOf(encoding)
  try {
    for await (const chunk of bytes()) yield decoder.decode(chunk, { stream: true })
    yield decoder.decode()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new UnreadableTable(`The file is not ${encoding.toUpperCase()} to its end. Save it as "CSV UTF-8".`)
  }
}

async function read(text: AsyncIterable<string>, encoding: Encoding, weigh: Weigh): Promise<TableFile> {
  const chunks = text[Symbol.asyncIterator]()
  let beginning = ''
  let ended = false
  while (!ended && beginning.length < BEGINNING) {
    const { value, done } = await chunks.next()
    beginning += value ?? ''
    ended = done === true
  }
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(beginning))
    throw new UnreadableTable('This is a web page, and no CSV. Open it in Excel and save it as "CSV UTF-8".')
  const { rest, skipped, named } = withoutSigns(beginning)
  const { separator, headings, before } = headingsIn(rest, weigh, named)
  async function* all() {
    yield rest.slice(before.length)
    while (!ended) {
      const { value, done } = await chunks.next()
      if (value) yield value
      ended = done === true
    }
  }
  const line = 1 + skipped + linesIn(before)
  return { encoding, headings, line, rows: rowsOf(all(), { separator, line, width: headings.length }) }
}

const linesIn = (text: string) => text.split(LINE_END).length - 1

/** `sep=;` is for Excel, `#TYPE ...` for PowerShell, `ListSchema=...` for a list of SharePoint. */
function withoutSigns(text: string): { rest: string; skipped: number; named: string | undefined } {
  let rest = text.replace(/^\uFEFF+/, '')
  let skipped = 0
  let named: string | undefined
  for (;;) {
    const sign = /^\uFEFF*"?(?:sep=(.)|#TYPE\b[^\r\n]*?|ListSchema=[^\r\n]*?)"?[;,\t ]*(?:\r\n|\n|\r|$)/i.exec(rest)
    if (!sign || rest === '') return { rest, skipped, named }
    named ??= sign[1]
    rest = rest.slice(sign[0].length)
    skipped++
  }
}

/** Of the first lines, read with each separator, the one that most looks like headings. */
function headingsIn(text: string, weigh: Weigh, named: string | undefined) {
  const separators = new Set([...(named ? [named] : []), ...SEPARATORS])
  const seen = [...separators].flatMap((separator) =>
    firstRecords(text, separator).map((one) => ({ separator, ...one, weight: weigh(one.headings) })),
  )
  const filled = (one: { headings: string[] }) => one.headings.filter(Boolean).length
  const best = seen.toSorted((a, b) => b.weight - a.weight || filled(b) - filled(a))[0]
  return best ?? { separator: ',', headings: [], before: '' }
}

/** With what comes before each in the text. A quote that strays is for later: the line may be a title. */
function firstRecords(text: string, separator: string): { headings: string[]; before: string }[] {
  const records = recordsIn(text, separator, LINES_TO_LOOK_AT)
  const ends = [0]
  for (const { index } of text.matchAll(new RegExp(LINE_END, 'g'))) {
    ends.push(index + (text.startsWith('\r\n', index) ? 2 : 1))
    if (ends.length > BEGINNING) break
  }
  return records.map(({ record }, place) => {
    const linesBefore = records[place - 1]?.info.lines ?? 0
    return { headings: record, before: text.slice(0, ends[linesBefore] ?? 0) }
  })
}

/** As many as can be read. */
function recordsIn(text: string, separator: string, most: number): Record[] {
  if (most === 0) return []
  try {
    return parse(text, { ...OPTIONS, delimiter: separator, to: most, relax_quotes: true }) as unknown as Record[]
  } catch (error) {
    if (error instanceof CsvError) return recordsIn(text, separator, most - 1)
    throw error
  }
}

interface Form {
  separator: string
  line: number
  width: number
}

/** The rows below the headings, each with the line on which it begins. Nothing is said of rows without a letter or a number. */
async function* rowsOf(text: AsyncIterable<string>, { separator, line, width }: Form): AsyncGenerator<FileRow> {
  let end = 0
  let lastSign = ''
  const parser = parseStream({
    ...OPTIONS,
    delimiter: separator,
    on_record: (one: unknown) => {
      end = (one as Record).info.lines
      return one as never
    },
  })
  async function* noted() {
    for await (const piece of text) {
      lastSign = piece.at(-1) ?? lastSign
      yield piece
    }
  }
  const source = Readable.from(noted())
  source.once('error', (error) => parser.destroy(error)).pipe(parser)
  let held: FileRow | undefined
  let before = 0
  let shorter = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<Record>) {
      const row = { line: line + before, cells: record }
      const isHeading = before === 0
      before = info.lines
      if (isHeading || !record.some((cell) => /[\p{L}\p{N}]/u.test(cell))) continue
      if (held) yield held
      held = row
      if (record.length < width) shorter++
    }
  } catch (error) {
    throw strayed(error, line, end)
  } finally {
    source.destroy()
  }
  // The only row that is too short, and no line end behind it: the rest of the file did not come along.
  const isCut = held && shorter === 1 && held.cells.length < width && held.line > line + 1 && !/[\r\n]/.test(lastSign)
  if (held) yield isCut ? { ...held, cut: true } : held
}

/** `end` is on which line below the headings the last good row ended. */
function strayed(error: unknown, line: number, end: number): unknown {
  if (!(error instanceof CsvError)) return error
  const opened = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
  const at = opened ? line + end : line - 1 + Number(error.lines)
  const remedy = opened
    ? 'a quote is opened and not closed'
    : 'a quote stands inside a cell. Write it twice, and a quote at each end of the cell, or leave it out'
  return new UnreadableTable(`Line ${at}: ${remedy}. Nothing was imported.`)
}

function asUnreadable(error: unknown): never {
  throw error instanceof UnreadableText ? new UnreadableTable(error.message) : error
}
