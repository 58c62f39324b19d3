import type { PersonId } from '../core/ports.ts'
import { change } from '../core/store/change.ts'
import { everything } from '../core/store/read-all.ts'
import { instant, later } from '../core/time.ts'
import type { Job } from '../delivery/operating/agenda.ts'
import type { Concerned } from './concerned.ts'
import type { CarePorts } from './ports.ts'
import { emptied, type Hidden, type Report, type Reports } from './report.ts'

export const CARE_JOB = 'care'
/** What came between a write and what follows from it is mended after so long. */
const MENDED_MS = 60_000

/** What follows from a report, and from what was decided of it: the words go or come back, and people are told. */
export function following(ports: CarePorts, all: Reports, { judges, named }: Concerned) {
  const { clock, secrets, keepers } = ports

  /** The message does not say why somebody gets it: what they see follows from the report when it is made. */
  async function tell({ tenant, id, state }: Report, people: readonly PersonId[]): Promise<void> {
    const due = instant(ports.workingMoment(clock.now()))
    for (const person of people) {
      const delivery = `care-${secrets.hmac('care', tenant, person, id, state).slice(0, 16)}`
      await ports.plan({ tenant, person, id: delivery, feature: 'care', about: { report: id }, nudge: true, due })
    }
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
    const open = (await everything(all, { tenant }, 'unsettled')).flatMap(({ contested }) => contested ?? [])
    const [next] = open.sort()
    return next === undefined ? undefined : new Date(next)
  }

  const job: Job = { name: CARE_JOB, run }

  const mended = () => instant(later(clock.now(), MENDED_MS))
  /** Woken before the write, for a moment after it: wherever this is cut off, the job finds it and does the rest. */
  const mending = (tenant: string) => ports.wake(tenant, CARE_JOB, new Date(mended()))

  return { settle, job, mended, mending }
}

export type Following = ReturnType<typeof following>
