import type { Command } from '../kit/command.ts'

export const promptsCommands = {
  propose: { nl: ['stel een vraag voor'], en: ['propose a question'] },
  sendProposal: { nl: ['stel een vraag voor: *'], en: ['propose a question: *'] },
  takeProposalBack: {
    nl: ['trek mijn voorstel in', 'trek mijn voorstel in *'],
    en: ['take my proposal back', 'take my proposal back *'],
  },
  proposals: { nl: ['voorstellen'], en: ['proposals'] },
  takeProposal: {
    nl: ['neem de vraag op *', 'neem de vraag op, *'],
    en: ['take the question *', 'take the question, *'],
  },
  declineProposal: {
    nl: ['neem de vraag niet op *', 'neem de vraag niet op, *'],
    en: ['leave the question *', 'leave the question, *'],
  },
} satisfies Record<string, Command>
