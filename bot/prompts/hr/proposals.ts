import { z } from 'zod'
import { ID } from '../../../services/core/ids.ts'
import type { PersonId } from '../../../services/core/ports.ts'
import { ProposalAnswer, ProposalsShown } from '../../../services/prompts/schema.ts'
import type { Proposals } from '../../../services/prompts/tuning/proposals.ts'
import { get, nothing, post, type Route, refused } from '../../http/audience.ts'

/** What colleagues would like to be asked. */
export interface ProposalPorts {
  proposals: Pick<Proposals, 'open' | 'answer'>
  colleague(tenant: string, person: PersonId): Promise<{ name: string; team: string } | undefined>
}

const Named = z.strictObject({ proposal: z.string().regex(ID) })

export const proposalRoutes = ({ proposals, colleague }: ProposalPorts): Route[] => [
  get('/api/hr/proposals', nothing, ProposalsShown, async ({ tenant }) => ({
    proposals: await Promise.all(
      (await proposals.open(tenant)).map(async ({ id, question, by, due }) => {
        const { name = '', team = '' } = (await colleague(tenant, by)) ?? {}
        return { id, question, by: name, team, due }
      }),
    ),
  })),

  post('/api/hr/proposals/:proposal/answer', Named, ProposalAnswer, nothing, async (caller, { proposal }, answer) => {
    const answered = await proposals.answer(caller, proposal, answer.isTaken, answer.reason)
    if (answered === 'personal') return refused(422, answered)
    return answered && {}
  }),
]
