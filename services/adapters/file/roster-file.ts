import { readFile } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse/sync'

/** A roster file that cannot be read as a table at all; the message says where and what to do. */
export class UnreadableRoster extends Error {
  override readonly name = 'UnreadableRoster'
}

/**
 * Reads a roster file: UTF-8 with or without a byte order mark, comma or semicolon, a header row.
 * @throws {UnreadableRoster} when it is no such file
 */
export async function readRosterFile(path: string) {
  const bytes = await readFile(path).catch(() => {
    throw new UnreadableRoster(`${path} cannot be read. Check the path.`)
  })
  return rosterTable(decode(bytes))
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UnreadableRoster('The file is not UTF-8. Save it as "CSV UTF-8".')
  }
}

/** Splits the text of a roster file into its header and rows, each with its line number. */
export function rosterTable(text: string): {
  header: string[]
  rows: { line: number; fields: Record<string, string> }[]
} {
  const [firstLine = ''] = text.split('\n', 1)
  const delimiter = firstLine.includes(';') ? ';' : ','
  let records: { info: { lines: number }; record: string[] }[]
  try {
    records = parse(text, {
      bom: true,
      delimiter,
      info: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as typeof records
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableRoster(`Line ${error.lines}: ${error.message}`)
    throw error
  }
  const [head, ...rest] = records
  const header = head?.record ?? []
  return {
    header,
    rows: rest.map(({ info, record }) => ({
      line: info.lines,
      fields: Object.fromEntries(
        record.flatMap((value, place) => (value ? [[header[place] ?? `cell ${place + 1}`, value]] : [])),
      ),
    })),
  }
}
