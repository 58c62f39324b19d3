import { z } from 'zod'
import { commands, on } from '../../cards/kit/commands.ts'
import { proposalAnsweredCard, proposalLateCard, proposalLine, proposeCard } from '../../cards/prompts/proposal.ts'
import type { Language } from '../../services/core/ports.ts'
import { AnswerProposalInput, ProposalInput, ProposeInput } from '../../services/prompts/schema.ts'
import type { Proposal } from '../../services/prompts/tuning/proposal.ts'
import { PROPOSAL } from '../../services/prompts/tuning/proposal-news.ts'
import { type Feature, phrases, press, sends } from '../turn.ts'
import { type AnsweringNeeds, answeringProposals } from './answering-proposals.ts'
import { type ProposingNeeds, proposing } from './proposing.ts'

export type ProposalNeeds = ProposingNeeds & AnsweringNeeds

/** Anybody proposes a question; HR answers in its own words. */
export function proposalFeature(needs: ProposalNeeds): Feature {
  const { service } = needs
  const { propose, mine, takeBack, takeBackTyped } = proposing(needs)
  const { open, show, answer, answerTyped } = answeringProposals(needs)

  return {
    name: PROPOSAL,
    jobs: [service.job],

    said: phrases(
      on(commands.propose, async ({ language }) => ({ card: proposeCard(language) })),
      on(commands.sendProposal, sends(propose)),
      on(commands.takeProposalBack, takeBackTyped),
      on(commands.proposals, show),
      on(commands.takeProposal, answerTyped('taken')),
      on(commands.declineProposal, answerTyped('declined')),
    ),

    pressed: {
      'proposal.show': press(z.object({}), async ({ language }) => ({ card: proposeCard(language) })),
      'proposal.send': press(
        ProposeInput,
        (turn, { question }) => propose(turn, question),
        ({ question }) => question,
      ),
      'proposal.mine': press(ProposalInput, (turn, { proposal }) => mine(turn, proposal)),
      'proposal.take-back': press(ProposalInput, (turn, { proposal }) => takeBack(turn, proposal)),
      'proposal.answer': press(AnswerProposalInput, (turn, { proposal, decision, reason }) =>
        answer(turn, proposal, decision, reason),
      ),
    },

    async running({ tenant, person, language }) {
      const waiting = (await service.of({ tenant, person })).filter(({ state }) => state === 'open')
      return waiting.map((one) => proposalLine(language, one))
    },

    async render({ tenant, about: { proposal, what } }, { language }) {
      if (what === 'open')
        return (await service.open(tenant)).length > 0 ? (await open({ tenant, language })).card : undefined
      const known = proposal === undefined ? undefined : await service.one(tenant, proposal)
      return known && cardFor(language, known, what)
    },

    export: {
      // Who answered is HR, as the card says.
      proposals: async (tenant, person) =>
        (await service.of({ tenant, person })).map(({ answeredBy: _, untold: __, ...mine }) => mine),
    },
    forget: (tenant, person) => service.forget({ tenant, person }),
  }
}

/** What the person who proposed it hears of it. */
function cardFor(language: Language, { question, state, reason = '' }: Proposal, what?: string) {
  if (what === 'late') return state === 'open' ? proposalLateCard(language, question) : undefined
  return state === 'open' ? undefined : proposalAnsweredCard(language, question, state === 'taken', reason)
}
