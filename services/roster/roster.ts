import type { Person, Roster } from '../core/people.ts'
import type { Clock, Instant, PersonId, Store } from '../core/ports.ts'
import { change } from '../core/store/change.ts'
import { everything } from '../core/store/read-all.ts'
import { dateOf, dayOf, weekOf } from '../core/time.ts'
import { type Checked, checkRoster, type ReadRoster } from './check.ts'
import { type Doubt, remaining, type Told } from './guard.ts'
import { leaving } from './last-day.ts'
import { type Plan, planImport, planned } from './plan.ts'
import type { Row } from './schema.ts'
import type { Table } from './table.ts'
import { rosterBefore } from './undo.ts'

export interface RosterImportsPorts {
  roster: Roster
  store: Store
  clock: Clock
}

type Refused = { kind: 'refused'; reason: string }

export type Imported =
  | Refused
  /** Somebody has to say first that it is meant so. */
  | { kind: 'doubted'; plan: Plan; doubts: Doubt[] }
  /** `confirms` when nothing was in doubt: then the roster counts as looked at. */
  | { kind: 'imported'; plan: Plan; confirms: boolean }

export type Undone =
  | Refused
  | { kind: 'nothing' }
  | { kind: 'undone'; at: Instant; plan: Plan; back: Person[]; restored: Person[]; taken: Person[] }

/** Makes the roster of a tenant what a file says, and takes that back. */
export function rosterImports({ roster, store, clock }: RosterImportsPorts) {
  const before = rosterBefore({ store, clock })
  const standing = (tenant: string) => everything(roster, { tenant }, 'name')

  /** What it would become, without writing anything. */
  async function look(tenant: string, read: Pick<ReadRoster, 'rows' | 'leftOut'>): Promise<Plan | Refused> {
    return planImport(tenant, read, await standing(tenant), weekOf(clock.now()))
  }

  async function undo(tenant: string): Promise<Undone> {
    const last = await before.last(tenant)
    if (!last) return { kind: 'nothing' }
    const now = await standing(tenant)
    const earlier = new Map(last.before.map(({ of, was }) => [of, was]))
    const untouched = now.filter(({ id }) => !earlier.has(id))
    const etags = new Map(now.map(({ id, etag }) => [id, etag]))
    const put = [...earlier].flatMap(([id, was]) => {
      const etag = etags.get(id)
      return was ? [{ ...was, ...(etag && { etag }) }] : []
    })
    const plan = planned(now, [...untouched, ...put])
    if (plan.kind === 'refused') return plan
    await write(roster, tenant, plan)
    await before.end(tenant, last)
    const { added: back, left: taken, changed } = plan
    return { kind: 'undone', at: last.at, plan, back, restored: changed.map(({ after }) => after), taken }
  }

  return {
    /** Reads a file row by row; nothing is written. */
    check: (table: Table): Promise<Checked> => checkRoster(table, dateOf(dayOf(clock.now()))),

    look,

    async import(tenant: string, read: Pick<ReadRoster, 'rows' | 'leftOut'>, told: Told = {}): Promise<Imported> {
      const plan = await look(tenant, read)
      if (plan.kind === 'refused') return plan
      const doubts = remaining(plan.doubts, told)
      if (doubts.length > 0) return { kind: 'doubted', plan, doubts }
      const gone = plan.left.map((person) => ({ of: person.id, was: bare(person) }))
      const were = plan.changed.map(({ before }) => ({ of: before.id, was: bare(before) }))
      const ended = await before.begin(tenant, [...gone, ...were, ...plan.added.map(({ id }) => ({ of: id }))])
      await write(roster, tenant, plan)
      await ended()
      const isSure = plan.doubts.length + read.leftOut.length === 0
      return { kind: 'imported', plan, confirms: isSure && told.leavers === undefined && told.changes === undefined }
    },

    undo,
    leave: leaving({ roster, clock }),
    export: (tenant: string, person: PersonId) => before.export(tenant, person),
    forget: (tenant: string, person: PersonId) => before.forget(tenant, person),
  }
}

export type RosterImports = ReturnType<typeof rosterImports>

const bare = ({ etag: _, version: __, ...person }: Person) => person

/** Who is written was read a moment ago: where somebody else wrote in between, what the plan says holds. */
async function write(roster: Roster, tenant: string, plan: Plan): Promise<void> {
  await roster.together(tenant, async (people) => {
    for (const { etag, ...wanted } of plan.writes) {
      const read = etag === undefined ? undefined : ({ ...wanted, etag } as Person)
      await change(people, wanted, (current) => ({ ...wanted, ...(current?.etag && { etag: current.etag }) }), {
        current: read,
      })
    }
    for (const { id } of plan.left) await people.remove({ tenant, id })
  })
}

/** For an example town: the rows as they are, with nothing in doubt. A person who is not among them has left. */
export async function importRows(
  roster: Roster,
  tenant: string,
  rows: readonly Row[],
  clock: Clock,
): Promise<{ added: number; changed: number; left: number }> {
  const known = await everything(roster, { tenant }, 'name')
  const read = { rows: rows.map((row, place) => ({ line: place + 1, row })), leftOut: [] }
  const plan = planImport(tenant, read, known, weekOf(clock.now()))
  if (plan.kind === 'refused') throw new Error(plan.reason)
  await write(roster, tenant, plan)
  return { added: plan.added.length, changed: plan.changed.length, left: plan.left.length }
}
