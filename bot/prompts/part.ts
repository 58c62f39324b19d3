import type { LeavingCheck } from '../../services/core/text/signs.ts'
import type { AskedNotes } from '../../services/delivery/deliveries/asked-notes.ts'
import type { Pages } from '../../services/delivery/rounds/pages.ts'
import type { Rounds } from '../../services/delivery/rounds/rounds.ts'
import type { Outbox } from '../../services/delivery/sending/outbox.ts'
import { outlook } from '../../services/prompts/calendar/outlook.ts'
import type { Turns } from '../../services/prompts/calendar/turns.ts'
import type { Shelf } from '../../services/prompts/documents.ts'
import { countedPeople } from '../../services/prompts/figures/counted-people.ts'
import { figures } from '../../services/prompts/figures/figures.ts'
import { outcomes } from '../../services/prompts/figures/question-outcomes.ts'
import { opening } from '../../services/prompts/library.ts'
import { crowd } from '../../services/prompts/tuning/crowd.ts'
import { history } from '../../services/prompts/tuning/history.ts'
import { proposals } from '../../services/prompts/tuning/proposals.ts'
import { tuning } from '../../services/prompts/tuning/tuning.ts'
import type { Reflection } from '../../services/reflection/reflection.ts'
import type { Ground } from '../ground.ts'
import { stepsRoute } from '../http/steps.ts'
import { hrRoutes } from './api.hr.ts'
import { tuningFeature } from './feature.ts'
import { proposalFeature } from './proposal-feature.ts'

export interface PromptNeeds {
  shelf: Shelf
  turns: Turns
  leaving: LeavingCheck
  outbox: Outbox
  pages: Pages
  notes: AskedNotes
  moments(): Pick<Reflection, 'of'>
  rounds: Pick<Rounds, 'reword'>
}

/** The questions as HR tunes them, and those that people propose. */
export function promptPart(
  ground: Ground,
  { shelf, turns, leaving, outbox, pages, notes, moments, rounds }: PromptNeeds,
) {
  const { store, clock, secrets, agenda, who, stands, calendar, workingMoment } = ground
  const tuned = tuning({ shelf, clock, unitsOf: ground.unitsOf, reworded: rounds.reword })
  const decided = history(tuned, calendar)
  const people = countedPeople({ store, secrets, random: ground.random })
  const told = figures({
    store,
    clock,
    agenda,
    shelf,
    people,
    everyone: who.all,
    outcomesIn: outcomes({
      pages,
      asked: notes,
      secrets,
      people: who,
      isCounting: async (tenant, person) => (await stands.counting(tenant, person)).counting,
      momentOf: (of, id) => moments().of(of, id),
    }),
  })
  const trying = tuningFeature({
    tuning: tuned,
    history: decided,
    people,
    outbox,
    clock,
    jobs: [told.job],
    wordingOf: shelf.wordingOf,
    isJournalOnly: shelf.isJournalOnly,
  })
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
