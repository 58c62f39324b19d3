import { type EvidenceView, entriesOf, evidenceCard, evidenceWrongCard } from '../../cards/knowledge/evidence.ts'
import type { PersonId } from '../../services/core/ports.ts'
import type { EvidenceService } from '../../services/knowledge/evidence.ts'
import { notYours, type Reply, type Said, type Turn } from '../turn.ts'

export interface EvidenceNeeds {
  service: EvidenceService
  /** What the roster says of somebody's work. */
  workOf(tenant: string, person: PersonId): Promise<{ team: string; jobTitle?: string }>
  /** How many questions of colleagues a week this person wants at most. */
  limitOf(tenant: string, person: PersonId): Promise<number>
  setLimit(tenant: string, person: PersonId, limit: number): Promise<void>
}

/** The reasons why somebody may be asked, as that person sees them and sets them right. */
export function evidenceScreens({ service, workOf, limitOf, setLimit }: EvidenceNeeds) {
  async function viewOf({ tenant, person, language }: Turn): Promise<EvidenceView> {
    const { items, topics } = await service.of(tenant, person)
    const asked = (await limitOf(tenant, person)) > 0
    return { language, items, topics, asked, ...(await workOf(tenant, person)) }
  }

  const show = async (turn: Turn): Promise<Reply> => ({ card: evidenceCard(await viewOf(turn)) })

  async function wrong(turn: Turn): Promise<Reply> {
    const entries = entriesOf(await viewOf(turn))
    return entries.length > 0 ? { card: evidenceWrongCard(turn.language, entries) } : show(turn)
  }

  async function add(turn: Turn, words: string): Promise<Reply> {
    const { kind } = await service.add(turn, words)
    const view = await viewOf(turn)
    return { card: evidenceCard(kind === 'added' ? view : { ...view, problem: kind }) }
  }

  async function leaveOut(turn: Turn, entry: string): Promise<Reply> {
    const { tenant, person } = turn
    const found = entriesOf(await viewOf(turn)).find(({ id }) => id === entry)
    if (!found) return notYours(turn)
    const [kind, id = ''] = entry.split(' ')
    if (kind === 'topic') await service.removeTopic(tenant, person, id)
    else await service.leaveOut(tenant, person, id, !found.out)
    return show(turn)
  }

  async function leaveOutTyped(turn: Said, rest: string): Promise<Reply | undefined> {
    const entry = /^\d{1,2}$/.test(rest) ? entriesOf(await viewOf(turn))[Number(rest) - 1] : undefined
    return entry && leaveOut(turn, entry.id)
  }

  const limited = (limit: number) => async (turn: Turn) => {
    await setLimit(turn.tenant, turn.person, limit)
    return show(turn)
  }

  return { show, wrong, add, leaveOut, leaveOutTyped, limited }
}
