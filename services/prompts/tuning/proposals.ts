import type { Clock, Collection, Doc, Instant, PersonId, Store } from '../../core/ports.ts'
import { staying } from '../../core/staying.ts'
import { change, removeIfUnchanged } from '../../core/store/change.ts'
import { everything } from '../../core/store/read-all.ts'
import type { LeavingCheck } from '../../core/text/signs.ts'
import { dayOf, instant, isWorkday, later, momentOn, months, plusDays } from '../../core/time.ts'
import type { Plan } from '../../delivery/deliveries/delivery.ts'

/** A question that somebody would like to be asked. HR reads it with the name of its author, who is told so. */
export interface Proposal extends Doc {
  by: PersonId
  question: string
  at: Instant
  /** Before this moment HR answers. */
  due: Instant
  state: 'open' | 'taken' | 'declined'
  /** Why HR takes it, or does not, in its own words. */
  reason?: string
  answeredBy?: PersonId
  /** Somebody has yet to be told what became of it. */
  untold?: boolean
}

export interface ProposalPorts {
  store: Store
  clock: Clock
  /** What words hold that somebody else reads. */
  leaving: LeavingCheck
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
/** HR answers within as many working days. */
const WITHIN = 10
/** What one person may have waiting for an answer. */
const OPEN_AT_MOST = 3

type Of = { tenant: string; person: PersonId }

/** A question goes to HR, and an answer with a reason comes back to the person who proposed it. */
export function proposals({ store, clock, leaving, plan, hrOf, workingMoment, wake }: ProposalPorts) {
  const kept: Collection<Proposal> = store.collection<Proposal>({
    name: 'proposals',
    owner: 'tenant',
    indexes: {
      open: ({ state, due }) => (state === 'open' ? due : undefined),
      all: ({ at }) => at,
      proposer: ({ by }) => by,
      untold: ({ untold, at }) => (untold ? at : undefined),
    },
    lives: { for: months(12), from: ({ at }) => at },
  })
  const all = (tenant: string) => everything(kept, { tenant }, 'all')
  /** What this person proposed, oldest first. */
  const of = async ({ tenant, person }: Of) =>
    (await everything(kept, { tenant }, 'proposer', person)).sort((one, other) => (one.at < other.at ? -1 : 1))

  const tell = ({ tenant, id }: Proposal, person: PersonId, what: 'answer' | 'late', due: Date) =>
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

  /** Woken before a write, for a moment after it: wherever this is cut off, the job tells what was kept. */
  const mending = (tenant: string) => wake(tenant, JOB, later(clock.now(), MENDED_MS))

  /** Tells the people who should hear how it goes. A message has the same id, however often it is planned. */
  async function told(proposal: Proposal): Promise<Proposal> {
    if (!proposal.untold) return proposal
    const { by, due, state } = proposal
    if (state === 'open') await tellHr(proposal)
    await tell(proposal, by, 'late', new Date(due))
    if (state !== 'open') await tell(proposal, by, 'answer', clock.now())
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
    /** The same turn again is the same proposal. Undefined when this person has as many waiting as may be. */
    async propose({ tenant, person, turn }: Of & { turn: string }, question: string): Promise<Proposal | undefined> {
      const known = await kept.get({ tenant, id: turn })
      if (known) return told(known)
      const waiting = (await of({ tenant, person })).filter(({ state }) => state === 'open')
      if (waiting.length >= OPEN_AT_MOST) return undefined
      const due = workingDaysAfter(clock.now())
      const dates = { at: instant(clock.now()), due: instant(due) }
      const proposal: Proposal = { tenant, id: turn, by: person, question, ...dates, state: 'open', untold: true }
      await mending(tenant)
      const { doc } = await change(kept, proposal, (current) => (current ? undefined : proposal))
      return doc && told(doc)
    },

    one: (tenant: string, id: string) => kept.get({ tenant, id }),

    /** What waits for an answer, the longest first. */
    open: (tenant: string) => everything(kept, { tenant }, 'open'),

    /**
     * Answers once: when two answer at once the first answer holds. Undefined when it waits no more; the same again is
     * the same. Words with a number or address of a person in them are not sent.
     */
    async answer(
      { tenant, person }: Of,
      id: string,
      isTaken: boolean,
      reason: string,
    ): Promise<Proposal | 'personal' | undefined> {
      if ((await leaving(tenant, reason)).leftOut.length > 0) return 'personal'
      const state: Proposal['state'] = isTaken ? 'taken' : 'declined'
      await mending(tenant)
      const { doc } = await change(kept, { tenant, id }, (known) =>
        known?.state === 'open' ? { ...known, state, reason, answeredBy: person, untold: true } : undefined,
      )
      if (doc?.state !== state || doc.reason !== reason || doc.answeredBy !== person) return undefined
      return told(doc)
    },

    /** Gone, for HR as well, as long as it was not answered: of an answer at the same moment one of the two stands. */
    async takeBack({ tenant, person }: Of, id: string): Promise<boolean> {
      for (;;) {
        const known = await kept.get({ tenant, id })
        if (known?.by !== person || known.state !== 'open') return false
        if (await removeIfUnchanged(kept, known)) return true
      }
    },

    job: { name: JOB, run },

    of,

    /** What this person proposed goes; what they answered stays, without who it was. */
    async forget({ tenant, person }: Of): Promise<void> {
      for (const one of await all(tenant)) {
        if (one.by === person) await kept.remove(one)
        else if (one.answeredBy === person) await change(kept, one, (known) => known && withoutAnswerer(known))
      }
    },
  }
}

export type Proposals = ReturnType<typeof proposals>

/** As it was answered, by nobody in particular. */
const withoutAnswerer = (proposal: Proposal): Proposal =>
  staying(proposal, 'tenant', 'id', 'etag', 'by', 'question', 'at', 'due', 'state', 'reason', 'untold')

function workingDaysAfter(at: Date): Date {
  let day = dayOf(at)
  for (let left = WITHIN; left > 0; ) {
    day = plusDays(day, 1)
    if (isWorkday(day)) left--
  }
  return momentOn(day, '17:00')
}
