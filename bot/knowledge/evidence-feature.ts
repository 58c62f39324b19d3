import { z } from 'zod'
import { commands, on } from '../../cards/kit/commands.ts'
import { type EvidenceView, entriesOf, evidenceCard, evidenceWrongCard } from '../../cards/knowledge/evidence.ts'
import type { PersonId } from '../../services/core/ports.ts'
import type { EvidenceService } from '../../services/knowledge/evidence.ts'
import { EntryInput, TopicInput } from '../../services/knowledge/schema.ts'
import { type Feature, notYours, phrases, press, type Reply, type Said, type Turn } from '../turn.ts'

export interface EvidenceNeeds {
  service: EvidenceService
  /** What the roster says of somebody's work. */
  workOf(tenant: string, person: PersonId): Promise<{ team: string; jobTitle?: string }>
  /** How many questions of colleagues a week this person wants at most. */
  limitOf(tenant: string, person: PersonId): Promise<number>
  setLimit(tenant: string, person: PersonId, limit: number): Promise<void>
}

/** What somebody who lets questions in again gets a week. */
const ONE = 1
/** A longer line is no topic but a sentence. */
const TOPIC_WORDS = 8

/** "Waarom ik?": every reason why somebody may be asked, to be seen and set right by that person. */
export function evidenceFeature({ service, workOf, limitOf, setLimit }: EvidenceNeeds): Feature {
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

  const nothing = z.object({})

  return {
    name: 'evidence',

    said: phrases(
      on(commands.evidence, show),
      on(commands.evidenceWrong, wrong),
      on(commands.leaveOut, leaveOutTyped),
      on(commands.addTopic, async (turn, rest) =>
        rest.split(/\s+/).length > TOPIC_WORDS ? undefined : add(turn, rest),
      ),
      on(commands.askMeNot, limited(0)),
      on(commands.askMeAgain, limited(ONE)),
    ),

    pressed: {
      'evidence.show': press(nothing, show),
      'evidence.add': press(TopicInput, (turn, { topic }) => add(turn, topic)),
      'evidence.wrong': press(nothing, wrong),
      'evidence.ask-not': press(nothing, limited(0)),
      'evidence.ask-again': press(nothing, limited(ONE)),
      // A client that sends no choice gets the list again.
      'evidence.leave-out': press(EntryInput.partial(), (turn, { entry }) =>
        entry ? leaveOut(turn, entry) : wrong(turn),
      ),
    },

    export: {
      async evidence(tenant, person) {
        const { topics, items } = await service.of(tenant, person)
        return { topics, leftOut: items.filter(({ out }) => out).map(({ id }) => id) }
      },
    },
    forget: (tenant, person) => service.forget(tenant, person),
  }
}
