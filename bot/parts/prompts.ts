import type { Outbox } from '../../services/delivery/outbox.ts'
import type { Rounds } from '../../services/delivery/rounds.ts'
import { history } from '../../services/prompts/history.ts'
import { outlook } from '../../services/prompts/outlook.ts'
import { proposals } from '../../services/prompts/proposals.ts'
import type { Shelf } from '../../services/prompts/shelf.ts'
import { tuning } from '../../services/prompts/tuning.ts'
import type { Turns } from '../../services/prompts/turns.ts'
import { proposalFeature } from '../features/proposal.ts'
import { tuningFeature } from '../features/tuning.ts'
import type { Ground } from './ground.ts'

export interface PromptNeeds {
  shelf: Shelf
  turns: Turns
  outbox: Outbox
  rounds: Pick<Rounds, 'reword'>
}

/** The questions as HR tunes them, and those that people propose. */
export function promptPart(ground: Ground, { shelf, turns, outbox, rounds }: PromptNeeds) {
  const { store, clock, who, stands, calendar, workingMoment } = ground
  const tuned = tuning({ shelf, clock, unitsOf: ground.unitsOf, reworded: rounds.reword })
  const decided = history(tuned, calendar)
  const trying = tuningFeature({
    ...{ tuning: tuned, history: decided, outbox, clock },
    ...{ wordingOf: shelf.wordingOf, isJournalOnly: shelf.isJournalOnly },
  })
  const proposed = proposals({
    ...{ store, clock, workingMoment, plan: outbox.plan },
    hrOf: async (tenant) => (await who.all(tenant)).filter(({ roles }) => roles.includes('hr')).map(({ id }) => id),
  })
  return {
    prompts: { ...tuned, ...decided, unitsOf: ground.unitsOf, tryOut: trying.tryOut },
    calendar: { ...calendar, outlook: outlook({ calendars: calendar, turns, clock, everyone: who.all }) },
    proposals: proposed,
    features: [
      trying.feature,
      proposalFeature({
        service: proposed,
        isHr: async (tenant, person) => (await stands.rolesOf(tenant, person)).roles.includes('hr'),
        colleague: ground.colleague,
      }),
    ],
  }
}
