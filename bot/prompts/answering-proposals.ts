import { goneCard } from '../../cards/draft/notice.ts'
import { meant } from '../../cards/kit/code.ts'
import { noProposalsCard, type OpenProposalView, openProposalCard, proposeCard } from '../../cards/prompts/proposal.ts'
import type { Language, PersonId } from '../../services/core/ports.ts'
import type { Proposals } from '../../services/prompts/tuning/proposals.ts'
import { notYours, type Reply, type Said, type Turn } from '../turn.ts'

export interface AnsweringNeeds {
  service: Proposals
  isHr(tenant: string, person: PersonId): Promise<boolean>
  colleague(of: { tenant: string; language: Language }, person: PersonId): Promise<{ name: string; team: string }>
}

type Decision = 'taken' | 'declined'

const BECAUSE = /^(?:(?<code>\w{4}), )?(?:want|because) (?<reason>.*)$/is

/** HR sees what was proposed, and answers in its own words. */
export function answeringProposals({ service, isHr, colleague }: AnsweringNeeds) {
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

  return { open, show, answer, answerTyped }
}
