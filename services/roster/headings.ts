import { foldedHeading as folded } from '../core/text/folded-heading.ts'
import { COLUMNS, type Column, REQUIRED } from './schema.ts'

const KNOWN = new Map<string, Column>(COLUMNS.map((column) => [folded(column), column]))

/** What other programs call these columns, the likeliest first. They are told, never taken: see docs/rooster.md. */
const ELSEWHERE: Record<Column, string[]> = {
  objectId: [
    'id',
    'userobjectid',
    'azureadobjectid',
    'aadobjectid',
    'entraobjectid',
    'azureobjectid',
    'entraid',
    'externaldirectoryobjectid',
    'oid',
  ],
  name: [
    'displayname',
    'userdisplayname',
    'fullname',
    'weergavenaam',
    'volledigenaam',
    'naam',
    'worker',
    'employeename',
    'medewerkernaam',
    'naammedewerker',
    'medewerker',
    'employee',
    'werknemer',
    'username',
  ],
  email: [
    'mail',
    'emailaddress',
    'emailadres',
    'emailwerk',
    'werkemail',
    'emailzakelijk',
    'emailprimarywork',
    'workemail',
    'emailadreszakelijk',
    'primarysmtpaddress',
    'userprincipalname',
  ],
  unit: [
    'department',
    'afdeling',
    'afdelingsomschrijving',
    'afdelingsnaam',
    'afdelingnaam',
    'organisatorischeeenheid',
    'organisatieeenheid',
    'orgeenheid',
    'organisatieonderdeel',
    'supervisoryorganization',
    'organizationalunit',
    'orgunit',
    'orgunitname',
    'departmentname',
    'teamname',
    'team',
    'teamnaam',
    'eenheid',
    'onderdeel',
    'cluster',
  ],
  managerObjectId: [
    'managerid',
    'currentmanagerobjectid',
    'manager',
    'leidinggevende',
    'leidinggevendeid',
    'managername',
    'workersmanager',
    'managermail',
    'manageremail',
    'managerupn',
    'direct leidinggevende',
    'teamleider',
    'chef',
    'supervisor',
    'reportsto',
    'managerdisplayname',
    'leidinggevendenaam',
    'naamleidinggevende',
  ].map(folded),
  roles: ['role', 'rol', 'rollen'],
  language: ['preferredlanguage', 'taal', 'voorkeurstaal', 'locale', 'defaultlocale'],
  jobTitle: [
    'functie',
    'functieomschrijving',
    'functienaam',
    'businesstitle',
    'title',
    'functietitel',
    'positiontitle',
    'jobprofile',
    'position',
  ],
  workingDays: ['werkdagen', 'dagen', 'werkrooster'],
  until: [
    'einddatum',
    'datumuitdienst',
    'uitdienst',
    'enddate',
    'terminationdate',
    'employeeleavedatetime',
    'datumeinde',
    'laatstewerkdag',
    'einddatumdienstverband',
    'lastday',
    'accountexpires',
  ],
}

export const columnOf = (heading: string): Column | undefined => KNOWN.get(folded(heading))

/** A column of Entra that is read to name who does not belong in a roster. */
export const isHeadingOf = (heading: string, name: 'userType' | 'accountEnabled' | 'enabled') =>
  folded(heading) === folded(name)

/** How much a line looks like the headings of a roster, of this or of another program. */
export const weighHeadings = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (columnOf(cell) ? 100 : meantBy(cell) ? 1 : 0), 0)

const meantBy = (heading: string): Column | undefined =>
  COLUMNS.find((column) => ELSEWHERE[column].includes(folded(heading)))

export type Headings =
  | { kind: 'good'; places: Map<Column, number>; unread: string[] }
  | { kind: 'refused'; reason: string; missing?: boolean }

/** Which column is where. A file that lacks what is needed is refused with the columns that are probably meant. */
export function readHeadings(headings: readonly string[]): Headings {
  const places = new Map<Column, number>()
  const unread: string[] = []
  for (const [place, heading] of headings.entries()) {
    const column = columnOf(heading)
    if (column && places.has(column)) return { kind: 'refused', reason: `${column} stands twice in the header.` }
    if (column) places.set(column, place)
    else if (folded(heading)) unread.push(heading.replace(/\s+/g, ' ').trim())
  }
  const missing = REQUIRED.filter((column) => !places.has(column))
  if (missing.length === 0) return { kind: 'good', places, unread: unread.map((one) => hinted(one, places)) }
  return { kind: 'refused', missing: true, reason: lacking(headings, missing, places) }
}

function hinted(heading: string, places: ReadonlyMap<Column, number>): string {
  const column = meantBy(heading)
  return column && !places.has(column) ? `${heading} (is ${column} meant?)` : heading
}

function lacking(headings: readonly string[], missing: readonly Column[], places: ReadonlyMap<Column, number>): string {
  const [only = '', ...others] = headings.filter((heading) => folded(heading))
  if (others.length === 0 && /[;,|\t]/.test(only))
    return 'Each row stands in one cell: the whole line is between quotes. Open the file in a text editor and take them away.'
  const meant = COLUMNS.filter((column) => !places.has(column)).flatMap((column) => {
    const names = headings.filter((heading) => ELSEWHERE[column].includes(folded(heading)))
    const likeliest = names.toSorted((a, b) => rank(column, a) - rank(column, b))[0]
    return likeliest ? [{ column, heading: likeliest.replace(/\s+/g, ' ').trim() }] : []
  })
  const known = (column: Column) => places.has(column) || meant.some((one) => one.column === column)
  return [
    `The columns ${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing.`,
    ...(meant.length > 0 ? [`Rename ${meant.map(({ heading, column }) => `${heading} → ${column}`).join(', ')}.`] : []),
    ...(meant.length + places.size === 0 ? ['No line of the first six names a column of a roster.'] : []),
    ...(known('objectId') ? [] : ['No column holds the object id of Microsoft Entra.']),
    known('managerObjectId')
      ? 'managerObjectId wants object ids, not names.'
      : 'Managers are not in this export (managerObjectId).',
    'docs/rooster.md has a script that makes the file.',
  ].join(' ')
}

const rank = (column: Column, heading: string) => ELSEWHERE[column].indexOf(folded(heading))
