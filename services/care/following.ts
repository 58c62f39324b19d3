import { mayDecide, type Person, type Role } from '../core/people.ts'
import type { Clock, PersonId, Secrets, Store } from '../core/ports.ts'
import { change } from '../core/store/change.ts'
import { everything } from '../core/store/read-all.ts'
import { instant } from '../core/time.ts'
import type { Plan } from '../delivery/deliveries/delivery.ts'
import type { Job } from '../delivery/operating/agenda.ts'
import { emptied, type Hidden, type Kind, type Report, type Reports } from './report.ts'

export const CARE_JOB = 'care'

/** The keeper of one kind of words: takes them out of sight at once, and puts them back. */
export interface Keeper {
  /** Out of the sight of everybody; of these readers alone where they are named, by their marks. */
  takeAway(tenant: string, of: string, hidden: Hidden, only?: readonly string[]): Promise<void>
  putBack(tenant: string, of: string, hidden: Hidden, author: PersonId | undefined): Promise<void>
  /** They do not come back: what they came from is their author's alone from now on. */
  end(tenant: string, of: string, author: PersonId | undefined, hidden: Hidden | undefined): Promise<void>
  /** R20: the mark of somebody whose report hides it for themselves alone; undefined where it hides it for all. */
  aloneFor(tenant: string, of: string, person: PersonId): Promise<string | undefined>
  /** Who reads these words because of what they are, and so is no judge of them. */
  involved(tenant: string, of: string): Promise<readonly PersonId[]>
  /** Whether the person who asks wrote these words, in their own turn. */
  isOwn(tenant: string, person: PersonId, hidden: Hidden): Promise<boolean>
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
  wake(tenant: string, job: string, at: Date): Promise<void>
}

/** What follows from a report, and from what was decided of it: the words go or come back, and people are told. */
export function following(ports: CarePorts, all: Reports) {
  const { clock, secrets, keepers } = ports
  const markOf = (tenant: string, person: PersonId) => secrets.hmac('care', tenant, person).slice(0, 16)

  /** The message does not say why somebody gets it: what they see follows from the report when it is made. */
  async function tell({ tenant, id, state }: Report, people: readonly PersonId[]): Promise<void> {
    const due = instant(ports.workingMoment(clock.now()))
    for (const person of people) {
      const delivery = `care-${secrets.hmac('care', tenant, person, id, state).slice(0, 16)}`
      await ports.plan({ tenant, person, id: delivery, feature: 'care', about: { report: id }, nudge: true, due })
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
      .filter((one) => mayDecide(one, role))
      .filter(({ id }) => !involved.includes(id) && !marks.includes(markOf(tenant, id)))
      .map(({ id }) => id)
  }

  /** Each step may be done twice; only when all are done it is settled. */
  async function settle(report: Report): Promise<void> {
    const { tenant, kind, of, hidden, state, by } = report
    const [author] = report.author ? await named(tenant, [report.author]) : []
    const keeper = keepers[kind]
    if (state === 'hidden' && hidden) await hide(report, hidden, author)
    if (state === 'restored' && hidden) await keeper.putBack(tenant, of, hidden, author)
    if (state === 'removed') await keeper.end(tenant, of, author, hidden)
    const concerned = state === 'hidden' ? await judges(report) : await named(tenant, by)
    await tell(report, [...concerned, ...(author && !concerned.includes(author) ? [author] : [])])
    await change(all, report, (current): Report | undefined => {
      if (!current?.unsettled || current.state !== state) return undefined
      // Who hid it may be about to take the words away still: they lie here until that is over.
      if (current.contested && current.contested > instant(clock.now())) return undefined
      const {
        unsettled: _unsettled,
        contested: _contested,
        ...rest
      } = state === 'hidden' ? current : (emptied(current) ?? current)
      return rest
    })
  }

  /** What somebody put back meanwhile, before the words were gone, is put back once more. */
  async function hide(report: Report, hidden: Hidden, author: PersonId | undefined): Promise<void> {
    const { tenant, kind, of } = report
    await keepers[kind].takeAway(tenant, of, hidden, report.only)
    if ((await all.get(report))?.state === 'restored') await keepers[kind].putBack(tenant, of, hidden, author)
  }

  async function run(tenant: string): Promise<Date | undefined> {
    for (const report of await everything(all, { tenant }, 'unsettled')) await settle(report)
    const later = (await everything(all, { tenant }, 'unsettled')).flatMap(({ contested }) => contested ?? [])
    const [next] = later.sort()
    return next === undefined ? undefined : new Date(next)
  }

  const job: Job = { name: CARE_JOB, run }
  return { settle, job, judges, markOf }
}
