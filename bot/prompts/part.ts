import type { LeavingCheck } from '../../services/core/text/signs.ts'
import { outlook } from '../../services/prompts/calendar/outlook.ts'
import type { Turns } from '../../services/prompts/calendar/turns.ts'
import { opening } from '../../services/prompts/library.ts'
import { crowd } from '../../services/prompts/tuning/crowd.ts'
import { proposals } from '../../services/prompts/tuning/proposals.ts'
import type { Ground } from '../ground.ts'
import { stepsRoute } from '../http/steps.ts'
import { hrRoutes } from './api.hr.ts'
import { proposalFeature } from './proposal-feature.ts'
import { type TuningNeeds, tuningPart } from './tuning-part.ts'

export interface PromptNeeds extends TuningNeeds {
  turns: Turns
  leaving: LeavingCheck
}

/** The questions as HR tunes them, and those that people propose. */
export function promptPart(ground: Ground, needs: PromptNeeds) {
  const { turns, leaving, outbox } = needs
  const { store, clock, agenda, who, stands, calendar, workingMoment } = ground
  const { tuned, decided, told, trying } = tuningPart(ground, needs)
  const proposed = proposals({
    store,
    clock,
    leaving,
    workingMoment,
    plan: outbox.plan,
    wake: agenda.wake,
    hrOf: stands.hrOf,
  })
  const planned = outlook({ calendars: calendar, turns, clock, everyone: who.all })
  const steps = { steps: decided.steps, colleague: stands.colleague, titleOf: tuned.titleOf }
  const routes = {
    hr: hrRoutes({
      ...steps,
      prompts: tuned,
      proposals: proposed,
      calendar,
      outlook: planned,
      tryOut: trying.tryOut,
      isOpening: (id) => id === opening.id,
      isInUse: tuned.isInUse,
      async figures(tenant, id) {
        const prompt = await tuned.one(tenant, id)
        return prompt && told.of(tenant, prompt)
      },
      ...crowd({ everyone: who.all, unitsOf: ground.unitsOf }),
    }),
    council: [stepsRoute('/api/council/steps', steps)],
  }
  return {
    prompts: { ...tuned, ...decided, unitsOf: ground.unitsOf, tryOut: trying.tryOut },
    calendar: { ...calendar, outlook: planned },
    figures: { of: told.of, begin: told.begin },
    proposals: proposed,
    features: [
      { ...trying.feature, routes },
      proposalFeature({
        service: proposed,
        leaving,
        isHr: async (tenant, person) => (await stands.rolesOf(tenant, person)).roles.includes('hr'),
        colleague: ground.colleague,
      }),
    ],
  }
}
