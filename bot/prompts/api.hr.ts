import type { PersonId } from '../../services/core/ports.ts'
import type { Route } from '../http/audience.ts'
import { type StepsPorts, stepsRoute } from '../http/steps.ts'
import { type CalendarPorts, calendarRoutes } from './hr/calendar.ts'
import { type FigurePorts, figureRoutes } from './hr/figures.ts'
import { type ProposalPorts, proposalRoutes } from './hr/proposals.ts'
import { type QuestionPorts, questionRoutes } from './hr/questions.ts'

/** What HR sees and does: the questions, and nothing of what anybody answered. */
export interface HrPorts extends QuestionPorts, ProposalPorts, CalendarPorts, FigurePorts, StepsPorts {
  colleague(tenant: string, person: PersonId): Promise<{ name: string; team: string } | undefined>
}

export const hrRoutes = (ports: HrPorts): Route[] => [
  ...questionRoutes(ports),
  ...calendarRoutes(ports),
  ...figureRoutes(ports),
  ...proposalRoutes(ports),
  stepsRoute('/api/hr/steps', ports),
]
