import type { Clock, Collection, PersonId } from '../../core/ports.ts'
import { change } from '../../core/store/change.ts'
import { everything } from '../../core/store/read-all.ts'
import { instant, later } from '../../core/time.ts'
import type { Plan } from '../../delivery/deliveries/delivery.ts'
import type { Proposal } from './proposal.ts'

export interface ProposalNewsPorts {
  clock: Clock
  plan(plan: Plan): Promise<unknown>
  /** Who answers proposals. */
  hrOf(tenant: string): Promise<PersonId[]>
  workingMoment(at: Date): Date
  wake(tenant: string, job: string, at: Date): Promise<void>
}

/** The feature that renders what is said about a proposal. */
export const PROPOSAL = 'proposal'
const JOB = 'proposals'
/** What came between a write and what follows from it is mended after so long. */
const MENDED_MS = 60_000

/** HR hears that there is a proposal, and the person who made it what became of it. */
export function proposalNews(
  kept: Collection<Proposal>,
  { clock, plan, hrOf, workingMoment, wake }: ProposalNewsPorts,
) {
  const tell = ({ tenant, id, by: person }: Proposal, what: 'answer' | 'late', due: Date) =>
    plan({
      tenant,
      person,
      id: `proposal-${what}-${id}`,
      feature: PROPOSAL,
      about: { proposal: id, what },
      nudge: false,
      due: instant(due),
    })

  /** HR hears it once a day, however many there are. */
  async function tellHr({ tenant, at }: Proposal): Promise<void> {
    const due = workingMoment(new Date(at))
    const id = `proposals-${instant(due).slice(0, 10)}`
    for (const person of await hrOf(tenant))
      await plan({ tenant, person, id, feature: PROPOSAL, about: { what: 'open' }, nudge: false, due: instant(due) })
  }

  /** Tells the people who should hear how it goes. A message has the same id, however often it is planned. */
  async function told(proposal: Proposal): Promise<Proposal> {
    if (!proposal.untold) return proposal
    const { due, state } = proposal
    if (state === 'open') await tellHr(proposal)
    await tell(proposal, 'late', new Date(due))
    if (state !== 'open') await tell(proposal, 'answer', clock.now())
    const { doc = proposal } = await change(kept, proposal, (known): Proposal | undefined => {
      if (!known?.untold || known.state !== state) return undefined
      const { untold: _untold, ...rest } = known
      return rest
    })
    return doc
  }

  async function run(tenant: string): Promise<undefined> {
    for (const one of await everything(kept, { tenant }, 'untold')) await told(one)
  }

  return {
    /** Woken before a write, for a moment after it: wherever this is cut off, the job tells what was kept. */
    mending: (tenant: string) => wake(tenant, JOB, later(clock.now(), MENDED_MS)),
    told,
    job: { name: JOB, run },
  }
}
