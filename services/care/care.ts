import { everything } from '../core/everything.ts'
import type { Person, Role } from '../core/people.ts'
import type { Clock, PersonId, Secrets, Store } from '../core/ports.ts'
import { change } from '../core/put.ts'
import { instant } from '../core/time.ts'
import type { Plan } from '../delivery/delivery.ts'
import { type Fate, type Hidden, type Kind, type Reason, type Report, reports } from './report.ts'

/** Something that somebody sees, and may report. */
export interface Seen {
  kind: Kind
  /** The pulse or the item. */
  of: string
  /** Which one of its kind, as its keeper knows it. */
  key: string
  /** The words, and what it takes to put them back. */
  hidden: Hidden
  author?: PersonId
  until: Date
}

/** Whoever keeps one kind of words: takes them out of everybody's sight at once, and puts them back. */
export interface Keeper {
  takeAway(tenant: string, seen: Seen): Promise<void>
  putBack(tenant: string, of: string, hidden: Hidden, author: PersonId | undefined): Promise<void>
  /** They do not come back: what they came from is their author's alone from now on. */
  end(tenant: string, of: string, author: PersonId | undefined): Promise<void>
  /** Who reads these words because of what they are, and so is no judge of them. */
  involved(tenant: string, of: string): Promise<readonly PersonId[]>
}

export interface CarePorts {
  store: Store
  clock: Clock
  secrets: Secrets
  keepers: Record<Kind, Keeper>
  everyone(tenant: string): Promise<readonly Person[]>
  /** Who decides, as the municipality chose; undefined when nobody was chosen, or the choice may not hold. */
  deciders(tenant: string): Promise<Role | undefined>
  workingMoment(at: Date): Date
  plan(plan: Plan): Promise<unknown>
}

export type Reported =
  | { kind: 'hidden'; isDecided: boolean }
  /** Somebody who decides put it back before: it is not hidden again. */
  | { kind: 'restored' }
  | { kind: 'not-yours' }

/** Words that hurt or name somebody: hidden at once, and decided on by somebody other than HR. */
export function care(ports: CarePorts) {
  const { clock, secrets, keepers } = ports
  const all = reports(ports.store)
  const markOf = (tenant: string, person: PersonId) => secrets.hmac('care', tenant, person).slice(0, 16)
  const idOf = (kind: Kind, key: string) => secrets.hmac('report', kind, key).slice(0, 24)

  async function tell({ tenant, id, state }: Report, people: readonly PersonId[], as: string): Promise<void> {
    for (const person of people) {
      const delivery = `care-${secrets.hmac('care', tenant, person, id, as, state).slice(0, 16)}`
      const due = instant(ports.workingMoment(clock.now()))
      await ports.plan({ tenant, person, id: delivery, feature: 'care', about: { report: id, as }, nudge: true, due })
    }
  }

  const named = async (tenant: string, marks: readonly string[]) =>
    (await ports.everyone(tenant)).flatMap(({ id }) => (marks.includes(markOf(tenant, id)) ? [id] : []))

  /** Never HR, nor anybody whom it concerns: who reported it, whose words they are, who reads them as a manager. */
  async function judges({ tenant, kind, of, by, author }: Report): Promise<PersonId[]> {
    const role = await ports.deciders(tenant)
    const involved = await keepers[kind].involved(tenant, of)
    const marks = [...by, ...(author ? [author] : [])]
    return (await ports.everyone(tenant))
      .filter(({ roles }) => role !== undefined && role !== 'hr' && roles.includes(role) && !roles.includes('hr'))
      .filter(({ id }) => !involved.includes(id) && !marks.includes(markOf(tenant, id)))
      .map(({ id }) => id)
  }

  async function mayDecide(tenant: string, person: PersonId, id: string): Promise<Report | undefined> {
    const report = await all.get({ tenant, id })
    return report?.state === 'hidden' && (await judges(report)).includes(person) ? report : undefined
  }

  /** First what was decided, then what follows from it: cut off in between, the same press does the rest. */
  async function decide(tenant: string, person: PersonId, id: string, fate: 'restored' | 'removed') {
    const report = await mayDecide(tenant, person, id)
    if (!report) return undefined
    const [author] = report.author ? await named(tenant, [report.author]) : []
    if (fate === 'restored' && report.hidden)
      await keepers[report.kind].putBack(tenant, report.of, report.hidden, author)
    if (fate === 'removed') await keepers[report.kind].end(tenant, report.of, author)
    const { doc } = await change(all, report, (current): Report | undefined => {
      if (current?.state !== 'hidden') return undefined
      const { hidden: _hidden, ...rest } = current
      return { ...rest, state: fate }
    })
    if (!doc) return undefined
    await tell(doc, await named(tenant, doc.by), 'reporter')
    if (author) await tell(doc, [author], 'author')
    return doc
  }

  return {
    /** Hidden before anybody decides. The same report again changes nothing. */
    async report(tenant: string, person: PersonId, seen: Seen, reason: Reason): Promise<Reported> {
      const id = idOf(seen.kind, seen.key)
      const known = await all.get({ tenant, id })
      if (known && known.state !== 'hidden')
        return known.state === 'restored' ? { kind: 'restored' } : { kind: 'hidden', isDecided: true }
      const mark = markOf(tenant, person)
      const fresh: Report = {
        ...{ tenant, id, kind: seen.kind, of: seen.of, state: 'hidden', reason, by: [mark] },
        ...{ at: instant(clock.now()), until: instant(seen.until), hidden: seen.hidden },
        ...(seen.author && { author: markOf(tenant, seen.author) }),
      }
      const { doc = fresh } = await change(all, fresh, (current) =>
        current?.by.includes(mark) ? undefined : current ? { ...current, by: [...current.by, mark] } : fresh,
      )
      // First it is kept here, then taken away there: words are never lost on the way.
      await keepers[seen.kind].takeAway(tenant, seen)
      if (seen.author) await tell(doc, [seen.author], 'author')
      const deciding = await judges(doc)
      await tell(doc, deciding, 'judge')
      return { kind: 'hidden', isDecided: deciding.length > 0 }
    },

    restore: (tenant: string, person: PersonId, id: string) => decide(tenant, person, id, 'restored'),
    removeForGood: (tenant: string, person: PersonId, id: string) => decide(tenant, person, id, 'removed'),
    mayDecide,

    /** What waits for this person to decide, oldest first. */
    async waiting(tenant: string, person: PersonId): Promise<Report[]> {
      const open = await everything(all, { tenant }, 'waiting')
      const mine = await Promise.all(open.map((one) => mayDecide(tenant, person, one.id)))
      return mine.flatMap((one) => one ?? [])
    },

    of: (tenant: string, id: string) => all.get({ tenant, id }),

    /** What became of these words; undefined when nobody reported them. */
    fateOf: async (tenant: string, kind: Kind, key: string): Promise<Fate | undefined> =>
      (await all.get({ tenant, id: idOf(kind, key) }))?.state,

    /** Its author took it back: nothing is left to put back. */
    async drop(tenant: string, of: string): Promise<void> {
      for (const one of await everything(all, { tenant }, 'of', of)) await change(all, one, emptied)
    },

    async export(tenant: string, person: PersonId) {
      const mark = markOf(tenant, person)
      const mine = (await everything(all, { tenant }, 'all')).filter(({ by }) => by.includes(mark))
      return mine.map(({ kind, reason, at, state }) => ({ kind, reason, at, state }))
    },

    async forget(tenant: string, person: PersonId): Promise<void> {
      const mark = markOf(tenant, person)
      for (const one of await everything(all, { tenant }, 'all')) {
        if (one.author !== mark && !one.by.includes(mark)) continue
        await change(all, one, (current) => current && withoutPerson(current, mark))
      }
    },
  }
}

export type CareService = ReturnType<typeof care>

function emptied(report: Report | undefined): Report | undefined {
  if (!report?.hidden) return undefined
  const { hidden: _hidden, ...rest } = report
  return rest
}

/** Whose words they are cannot be put back any more; who reported them hears nothing more. */
function withoutPerson(report: Report, mark: string): Report {
  const by = report.by.filter((one) => one !== mark)
  if (report.author !== mark) return { ...report, by }
  const { hidden: _hidden, author: _author, ...rest } = report
  return { ...rest, by }
}
