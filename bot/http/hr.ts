import type { PersonId } from '../../services/core/ports.ts'
import type { Step } from '../../services/prompts/revised.ts'
import { StepsShown } from '../../services/prompts/schema.ts'
import { get, nothing, type Route } from './audience.ts'
import { type CalendarPorts, calendarRoutes } from './hr/calendar.ts'
import { type ProposalPorts, proposalRoutes } from './hr/proposals.ts'
import { type QuestionPorts, questionRoutes } from './hr/questions.ts'

/** What HR sees and does: the questions, and nothing of what anybody answered. */
export interface HrPorts extends QuestionPorts, ProposalPorts, CalendarPorts {
  /** Who did what to which question, or to the calendar, newest first. */
  steps(tenant: string): Promise<(Step & { id: string })[]>
}

export const hrRoutes = (ports: HrPorts): Route[] => [
  ...questionRoutes(ports),
  ...calendarRoutes(ports),
  ...proposalRoutes(ports),

  get('/api/hr/steps', nothing, StepsShown, async ({ tenant }) => {
    const steps = await ports.steps(tenant)
    const names = await namesOf(ports, tenant, new Set(steps.map((one) => one.by)))
    return { steps: steps.map((one) => ({ ...one, by: names.get(one.by) ?? '' })) }
  }),
]

/** Nobody is named who is forgotten, or left. */
async function namesOf({ colleague }: HrPorts, tenant: string, people: ReadonlySet<PersonId>) {
  const names = new Map<PersonId, string>()
  for (const by of people) names.set(by, (by && (await colleague(tenant, by))?.name) || '')
  return names
}
