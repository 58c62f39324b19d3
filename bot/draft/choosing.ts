import { doneCard, droppedCard, goneCard, type Meaning, whichCard } from '../../cards/draft/notice.ts'
import type { Draft, Drafts } from '../../services/draft/drafts.ts'
import type { Reading } from '../../services/typed/kind.ts'
import type { Reply, Said, Turn } from '../turn.ts'

/** What each meaning does with a text: handed over by the code that knows the features. */
export type Meanings = Record<Meaning, (turn: Said) => Promise<Reply>>

/** Everything that a text may mean, for who meant something else than was likely. */
const OTHER: readonly Meaning[] = ['moment', 'ask', 'about']

/** The person says what a text means that waits for it. */
export function choosing(
  drafts: Drafts,
  meanings: Meanings,
  adviserOf: (tenant: string) => Promise<string | undefined>,
) {
  /** Keeps the text under the turn that brought it, so that a replay asks the same again. */
  async function unclear(turn: Said, choices: Meaning[], { mayHurt }: Pick<Reading, 'mayHurt'>): Promise<Reply> {
    const { id, text } = await drafts.keep(turn, turn.id, turn.text)
    if (!text) return { card: doneCard(turn.language) }
    return {
      card: whichCard({
        language: turn.language,
        draft: id,
        meanings: choices,
        ...(mayHurt && { pointer: { named: await adviserOf(turn.tenant) } }),
      }),
    }
  }

  async function mean(turn: Turn, draft: Draft | undefined, meaning: Meaning): Promise<Reply> {
    if (!draft) return { card: goneCard(turn.language) }
    if (!draft.text) return { card: doneCard(turn.language) }
    const { tenant, person, at, language, place } = turn
    const reply = await meanings[meaning]({
      id: draft.id,
      tenant,
      person,
      at,
      language,
      place,
      kind: 'said',
      text: draft.text,
    })
    // What was refused keeps its text, so that nothing is lost. What was done is done: a failing mark would have it
    // tried again, where another colleague may be the newest by then. Without the mark the draft ends within a day.
    if (!reply.refused) await drafts.done(turn, draft.id).catch(() => {})
    return reply
  }

  /** None of the likely ones: all others, and nothing at all. */
  async function other(turn: Turn, draft: Draft | undefined): Promise<Reply> {
    if (!draft) return { card: goneCard(turn.language) }
    if (!draft.text) return { card: doneCard(turn.language) }
    return { card: whichCard({ language: turn.language, draft: draft.id, meanings: OTHER, isLast: true }) }
  }

  async function drop(turn: Turn, draft: Draft | undefined): Promise<Reply> {
    if (draft) await drafts.done(turn, draft.id)
    return { card: droppedCard(turn.language) }
  }

  return { mean, other, drop, unclear }
}
