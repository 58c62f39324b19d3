import type { Person } from '../../../services/core/people.ts'
import { pathText } from '../../../services/roster/cell.ts'
import { type ReadRoster, type Remark, remarkLine } from '../../../services/roster/check.ts'
import type { Doubt } from '../../../services/roster/guard.ts'
import type { Plan } from '../../../services/roster/plan.ts'
import { sizesOf } from '../../../services/roster/tree.ts'

const MOST_REMARKS = 20
const MOST_PEOPLE = 50
const MOST_UNITS = 60

export const summary = ({ after, added, changed, left }: Plan) =>
  `${after.length} people: ${added.length} new, ${changed.length} changed, ${left.length} left`

/** What an operator has to know of how the file was read. */
export function whatIsSaid(read: ReadRoster, plan: Plan): string[] {
  return [
    ...(read.encoding === 'windows-1252' ? ['The file is not UTF-8: read as Windows-1252.'] : []),
    ...cut(read.problems, MOST_REMARKS, 'more that cannot be used', remarkLine),
    ...cut(read.notes, MOST_REMARKS, 'more notes', remarkLine),
    ...lookedAt('as they were', plan.asTheyWere),
    ...(read.unread.length > 0 ? [`Columns that are not read: ${read.unread.join(', ')}`] : []),
  ]
}

function cut<T>(all: readonly T[], most: number, more: string, line: (one: T) => string): string[] {
  const lines = all.slice(0, most).map(line)
  return all.length > most ? [...lines, `and ${all.length - most} ${more}`] : lines
}

type Moved = { before: Person; after: Person }

/** People by name, each on a line. */
export function lookedAt(what: string, people: readonly (Person | Moved)[]): string[] {
  if (people.length === 0) return []
  const line = (one: Person | Moved) =>
    'before' in one
      ? `  ${one.after.name}: ${pathText(one.before.unit)} → ${pathText(one.after.unit)}`
      : `  ${one.name} (${pathText(one.unit)})`
  return [`${what}: ${people.length}`, ...cut(people, MOST_PEOPLE, `more ${what}`, line).map(indented)]
}

const indented = (line: string) => (line.startsWith(' ') ? line : `  ${line}`)

/** The line organisation with how many people each unit has, and how many are in no unit below it. */
export function treeLines(everyone: readonly Person[]): string[] {
  return cut(sizesOf(everyone), MOST_UNITS, 'more units', ({ unit, people, here }) => {
    const itself = here === people ? '' : ` (${here} in it itself)`
    return `${'  '.repeat(unit.length - 1)}${unit.at(-1)}: ${people}${itself}`
  })
}

export const doubtLines = (doubts: readonly Doubt[]): string[] => doubts.map(doubtLine)

function doubtLine(doubt: Doubt): string {
  if (doubt.kind === 'leavers') {
    const { people, of, units } = doubt
    const named = units.slice(0, 5).map((one) => `${one.people} of ${pathText(one.unit)}`)
    const more = units.length > 5 ? `, and ${units.length - 5} more units` : ''
    return `${people} of ${of} people would leave: ${named.join(', ')}${more}. Is that right? Say --leavers ${people}.`
  }
  if (doubt.kind === 'changes') {
    const { people, of, units, managers, roles } = doubt
    const what = `${units} another unit, ${managers} a manager less, ${roles} a role less`
    return `${people} of ${of} people would lose their manager, role or unit: ${what}. Is that right? Say --changes ${people}.`
  }
  return `Nobody would have the role ${doubt.roles.join(', ')} any more. Give somebody in the file that role.`
}

/** The same for machines. */
export const jsonOf = (read: ReadRoster, plan: Plan) => ({
  people: plan.after.length,
  added: plan.added.length,
  changed: plan.changed.length,
  left: plan.left.length,
  moved: plan.moved.length,
  encoding: read.encoding,
  problems: read.problems.map(told),
  notes: read.notes.map(told),
  asTheyWere: plan.asTheyWere.map(({ id }) => id),
  columnsNotRead: read.unread,
  doubts: plan.doubts,
  tree: sizesOf(plan.after),
})

const told = ({ line, column, text }: Remark) => ({ line, column, text })
