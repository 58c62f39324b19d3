import type { CollectionSpec, Doc, Instant, PersonId } from '../../core/ports.ts'
import { staying } from '../../core/staying.ts'
import { dayOf, instant, isWorkday, momentOn, months, plusDays } from '../../core/time.ts'

/** HR answers within as many working days. */
const WITHIN = 10

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

export const PROPOSALS: CollectionSpec<Proposal> = {
  name: 'proposals',
  owner: 'tenant',
  indexes: {
    open: ({ state, due }) => (state === 'open' ? due : undefined),
    all: ({ at }) => at,
    proposer: ({ by }) => by,
    untold: ({ untold, at }) => (untold ? at : undefined),
  },
  lives: { for: months(12), from: ({ at }) => at },
}

/** As it is when it is proposed. */
export const proposalOf = (made: Pick<Proposal, 'tenant' | 'id' | 'by' | 'question'>, now: Date): Proposal => ({
  ...made,
  at: instant(now),
  due: instant(workingDaysAfter(now)),
  state: 'open',
  untold: true,
})

/** As it was answered, by nobody in particular. */
export const withoutAnswerer = (proposal: Proposal): Proposal =>
  staying(proposal, 'tenant', 'id', 'etag', 'by', 'question', 'at', 'due', 'state', 'reason', 'untold')

function workingDaysAfter(at: Date): Date {
  let day = dayOf(at)
  for (let left = WITHIN; left > 0; ) {
    day = plusDays(day, 1)
    if (isWorkday(day)) left--
  }
  return momentOn(day, '17:00')
}
