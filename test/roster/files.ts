import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tableIn } from '../../services/adapters/file/table-file.ts'
import { checkRoster } from '../../services/roster/check.ts'
import { weighHeadings } from '../../services/roster/headings.ts'

/** The object id of the person with this number. */
export const oid = (number: number) => `3f2a0000-0000-4000-8000-${String(number).padStart(12, '0')}`

export const HEADER = 'objectId,name,email,unit,managerObjectId,roles,language,jobTitle,workingDays'

/** A row as it is in the file; what is named replaces a good cell. */
export function row(number: number, cells: Record<string, string | undefined> = {}): string {
  const good: Record<string, string> = {
    objectId: oid(number),
    name: `Person ${number}`,
    email: `person${number}@voorbeeldstad.example`,
    unit: 'Gemeente/Dienst/Team',
  }
  return HEADER.split(',')
    .map((column) => cells[column] ?? good[column] ?? '')
    .join(',')
}

export const file = (...rows: string[]) => [HEADER, ...rows].join('\n')

export const checked = async (text: string) => checkRoster(await tableIn(text, weighHeadings), '2026-11-18')

/** What cannot be used of this text as a roster file, each as `line column: what`, or why it is refused. */
export async function problemsOf(text: string): Promise<string[]> {
  const read = await checked(text)
  return read.kind === 'refused'
    ? [`refused: ${read.reason}`]
    : read.problems.map(({ line, column, text }) => `${line} ${column}: ${text}`)
}

export async function rowsOf(text: string) {
  const read = await checked(text)
  if (read.kind === 'refused') throw new Error(read.reason)
  return read.rows.map(({ row }) => row)
}

/** A folder in which a test writes files. */
export async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'roster-'))
  return {
    path,
    /** @returns where it lies */
    async write(bytes: string | Uint8Array, name = 'roster.csv') {
      await writeFile(join(path, name), bytes)
      return join(path, name)
    },
    clean: () => rm(path, { recursive: true }),
  }
}
