import type { CollectionSpec, Doc, PersonId } from '../../core/ports.ts'
import { days, startOf, type Week } from '../../core/time.ts'

/** Why a nudge was not sent. */
export const OVER_BUDGET = 'over-budget'

/**
 * What a nudge is in somebody's week. A place is kept for the weekly question, and one for an `offer` until their last
 * working day. A `follow-up` was asked for by its own reader, on a day that they were told: it waits for no offer. `own` is
 * everything else that a feature begins; `free` counts for nothing.
 */
export type Share = 'own' | 'offer' | 'follow-up' | 'free'

export interface Nudge {
  id: string
  share: Share | 'reminder' | 'line'
}

/** Which nudges took a place in somebody's week, beside the weekly question: how far that is, its page says. */
export interface Nudges extends Doc {
  person: PersonId
  week: Week
  nudges: Nudge[]
}

export const NUDGES: CollectionSpec<Nudges> = {
  name: 'nudges',
  owner: 'person',
  indexes: {},
  lives: { for: days(90), from: ({ week }) => startOf(week) },
}
