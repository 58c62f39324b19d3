/** The municipality of this trial: a director, two teams with a manager each, and its roster as a file. */
export const TENANT = '6b110000-0000-4000-8000-00000000000a'

const TEAMS = 2
const IN_A_TEAM = 26

export interface Employee {
  id: string
  name: string
  unit: string
  manager?: string
}

function employee(n: number, name: string, unit: string, manager?: string): Employee {
  return { id: `6b110000-0000-4000-8000-${String(n).padStart(12, '0')}`, name, unit, ...(manager && { manager }) }
}

export const DIRECTOR = employee(1, 'Dora Directeur', 'Gemeente')

export const MANAGERS = Array.from({ length: TEAMS }, (_, team) =>
  employee(10 + team, `Manager ${letters(team, 3)}`, `Gemeente/Team ${letters(team, 3)}`, DIRECTOR.id),
)

/** Who answers, asks and helps. */
export const STAFF = MANAGERS.flatMap(({ id, unit }, team) =>
  Array.from({ length: IN_A_TEAM }, (_, place) =>
    employee(100 + team * IN_A_TEAM + place, `Medewerker ${letters(team * IN_A_TEAM + place, 3)}`, unit, id),
  ),
)

export const EVERYBODY = [DIRECTOR, ...MANAGERS, ...STAFF]

/** A number as letters alone: figures in a text may be taken for the number of a person or a case. */
export function letters(n: number, length: number): string {
  const rest = Math.floor(n / 26)
  const last = String.fromCharCode('a'.charCodeAt(0) + (n % 26))
  return length === 1 ? last : letters(rest, length - 1) + last
}

/** The roster with these job titles, by person. */
export function rosterFile(jobs: ReadonlyMap<string, string>): string {
  const rows = EVERYBODY.map(({ id, name, unit, manager = '' }, n) =>
    [id, name, `p${n}@voorbeeld.example`, unit, manager, jobs.get(id) ?? ''].join(),
  )
  return ['objectId,name,email,unit,managerObjectId,jobTitle', ...rows].join('\n')
}
