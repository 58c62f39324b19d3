import { z } from 'zod'
import { goneCard } from '../../cards/draft/notice.ts'
import { codeOf, meant } from '../../cards/kit/code.ts'
import { commands, on } from '../../cards/kit/commands.ts'
import {
  noProposalsCard,
  type OpenProposalView,
  openProposalCard,
  proposalAnsweredCard,
  proposalLateCard,
  proposalLine,
  proposalTakenBackCard,
  proposeCard,
  proposedCard,
} from '../../cards/prompts/proposal.ts'
import type { Language, PersonId } from '../../services/core/ports.ts'
import type { LeavingCheck } from '../../services/core/text/signs.ts'
import { AnswerProposalInput, ProposalInput, ProposeInput, Question } from '../../services/prompts/schema.ts'
import type { Proposal } from '../../services/prompts/tuning/proposal.ts'
import { PROPOSAL } from '../../services/prompts/tuning/proposal-news.ts'
import type { Proposals } from '../../services/prompts/tuning/proposals.ts'
import { type Feature, notYours, phrases, press, type Reply, type Said, sends, type Turn } from '../turn.ts'

export interface ProposalNeeds {
  service: Proposals
  /** What words hold that HR reads. */
  leaving: LeavingCheck
  isHr(tenant: string, person: PersonId): Promise<boolean>
  colleague(of: { tenant: string; language: Language }, person: PersonId): Promise<{ name: string; team: string }>
}

type Decision = 'taken' | 'declined'

const BECAUSE = /^(?:(?<code>\w{4}), )?(?:want|because) (?<reason>.*)$/is

/** Anybody proposes a question; HR answers in its own words. */
export function proposalFeature({ service, isHr, colleague, leaving }: ProposalNeeds): Feature {
  async function propose(turn: Turn, text: string): Promise<Reply> {
    const { tenant, person, id, language } = turn
    const typed = Question.safeParse(text).data
    const { text: question, leftOut } = await leaving(tenant, typed ?? '')
    if (!question) return { card: proposeCard(language, { question: text, problem: 'no-question' }) }
    const proposed = await service.propose({ tenant, person, turn: id }, question)
    if (!proposed) return { card: proposeCard(language, { question, problem: 'enough' }) }
    return { card: proposedCard({ language, ...proposed, leftOut }) }
  }

  async function takeBack(turn: Turn, proposal: string | undefined): Promise<Reply> {
    if (!proposal || !(await service.takeBack(turn, proposal))) return notYours(turn)
    return { card: proposalTakenBackCard(turn.language) }
  }

  /** The one of the code, or the only one that waits for an answer; of several, the newest is shown, and named by its code. */
  async function takeBackTyped(turn: Said, code: string): Promise<Reply | undefined> {
    const own = await service.of(turn)
    const waiting = own.filter(({ state }) => state === 'open')
    const one = meant(code ? own : waiting, code)
    if (one) return takeBack(turn, one.id)
    const newest = waiting.at(-1)
    if (code) return own.some(({ id }) => codeOf(id) === code.toLowerCase()) ? notYours(turn) : undefined
    return newest ? { card: proposedCard({ language: turn.language, ...newest }) } : notYours(turn)
  }

  /** HR sees the one that waits longest. Anybody else proposes one. */
  async function open(
    of: Pick<Turn, 'tenant' | 'language'>,
    beside: Pick<OpenProposalView, 'problem' | 'reason'> = {},
  ): Promise<Reply> {
    const waiting = await service.open(of.tenant)
    const [first] = waiting
    if (!first) return { card: noProposalsCard(of.language) }
    const by = await colleague(of, first.by)
    const { language } = of
    return { card: openProposalCard({ language, ...first, by, more: waiting.length - 1, ...beside }) }
  }

  const show = async (turn: Turn): Promise<Reply> =>
    (await isHr(turn.tenant, turn.person)) ? open(turn) : { card: proposeCard(turn.language) }

  async function answer(turn: Turn, id: string, decision: Decision | undefined, reason: string): Promise<Reply> {
    if (!(await isHr(turn.tenant, turn.person))) return notYours(turn)
    if (!decision) return open(turn, { reason })
    if (!reason.trim()) return open(turn, { problem: 'no-reason' })
    const answered = await service.answer(turn, id, decision === 'taken', reason.trim())
    if (answered === 'personal') return open(turn, { problem: 'personal', reason })
    return answered ? open(turn) : { card: goneCard(turn.language) }
  }

  /** "neem de vraag op 4f2a, want …": about the one of the code; without a code only when there is no other. */
  const answerTyped = (decision: Decision) => async (turn: Said, rest: string) => {
    const { code, reason = '' } = BECAUSE.exec(rest)?.groups ?? {}
    if (!(await isHr(turn.tenant, turn.person))) return notYours(turn)
    const one = meant(await service.open(turn.tenant), code)
    return one ? answer(turn, one.id, decision, reason) : open(turn, { problem: 'which', reason })
  }

  const cardFor = (language: Language, { question, state, reason = '' }: Proposal, what?: string) => {
    if (what === 'late') return state === 'open' ? proposalLateCard(language, question) : undefined
    return state === 'open' ? undefined : proposalAnsweredCard(language, question, state === 'taken', reason)
  }

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
      'proposal.mine': press(ProposalInput, async (turn, { proposal }) => {
        const one = (await service.of(turn)).find(({ id, state }) => id === proposal && state === 'open')
        return one ? { card: proposedCard({ language: turn.language, ...one }) } : { card: goneCard(turn.language) }
      }),
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
