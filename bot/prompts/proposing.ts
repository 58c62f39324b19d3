import { goneCard } from '../../cards/draft/notice.ts'
import { codeOf, meant } from '../../cards/kit/code.ts'
import { proposalTakenBackCard, proposeCard, proposedCard } from '../../cards/prompts/proposal.ts'
import type { LeavingCheck } from '../../services/core/text/signs.ts'
import { Question } from '../../services/prompts/schema.ts'
import type { Proposals } from '../../services/prompts/tuning/proposals.ts'
import { notYours, type Reply, type Said, type Turn } from '../turn.ts'

export interface ProposingNeeds {
  service: Proposals
  /** What words hold that HR reads. */
  leaving: LeavingCheck
}

/** Somebody proposes a question, and takes it back. */
export function proposing({ service, leaving }: ProposingNeeds) {
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

  async function mine(turn: Turn, proposal: string | undefined): Promise<Reply> {
    const one = (await service.of(turn)).find(({ id, state }) => id === proposal && state === 'open')
    return { card: one ? proposedCard({ language: turn.language, ...one }) : goneCard(turn.language) }
  }

  return { propose, mine, takeBack, takeBackTyped }
}
