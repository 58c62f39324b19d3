import { rosterTable } from '../../services/adapters/file/roster-file.ts'
import { checkRoster } from '../../services/roster/roster.ts'

/** The object id of the person with this number. */
export const oid = (number: number) => `3f2a0000-0000-4000-8000-${String(number).padStart(12, '0')}`

export const HEADER = 'objectId,name,email,unit,managerObjectId,roles,language,jobTitle,workingDays'

/** A row as it stands in the file; what is named replaces a good cell. */
export function row(number: number, cells: Record<string, string> = {}): string {
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

/** What is wrong with this text as a roster file, each as `line column: problem`; empty when it is good. */
export function problemsOf(text: string): string[] {
  const checked = checkRoster(rosterTable(text))
  return checked.kind === 'good'
    ? []
    : checked.problems.map(({ line, column, problem }) => `${line} ${column}: ${problem}`)
}

export function rowsOf(text: string) {
  const checked = checkRoster(rosterTable(text))
  if (checked.kind === 'bad') throw new Error(JSON.stringify(checked.problems))
  return checked.rows
}
