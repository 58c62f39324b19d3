import { z } from 'zod'
import { doneCard, draftDeletedCard, droppedCard, goneCard, type Meaning, whichCard } from '../../cards/draft/notice.ts'
import { type Command, commands, on } from '../../cards/kit/commands.ts'
import type { Draft, Drafts } from '../../services/draft/drafts.ts'
import type { Reading } from '../../services/typed/kind.ts'
import { type Edited, type Feature, phrases, press, type Reply, type Said, type Turn } from '../turn.ts'

/** What each meaning does with a text: handed over by the code that knows the features. */
export type Meanings = Record<Meaning, (turn: Said) => Promise<Reply>>

const DraftInput = z.object({ draft: z.string().max(100) })
const ChooseInput = z.object({
  ...DraftInput.shape,
  meaning: z.enum(['answer', 'moment', 'ask', 'reply', 'remark', 'about', 'running', 'stop', 'pause']),
})

/** `stop`, `pause` and what runs are typed as ever, whatever text waits. */
const TYPED: Record<Exclude<Meaning, 'running' | 'stop' | 'pause'>, Command> = {
  answer: commands.asAnswer,
  moment: commands.asMoment,
  ask: commands.asAsk,
  reply: commands.asReply,
  remark: commands.asRemark,
  about: commands.asAbout,
}

/** Everything that a text may mean, for who meant something else than was likely. */
const OTHER: readonly Meaning[] = ['moment', 'ask', 'about']

/** A text that may mean more than one thing: the bot holds on to it and asks. */
export function draftFeature(
  drafts: Drafts,
  meanings: Meanings,
  adviserOf: (tenant: string) => Promise<string | undefined>,
) {
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

  const typed = (meaning: keyof typeof TYPED) =>
    on(TYPED[meaning], async (turn: Said) => mean(turn, await drafts.latest(turn), meaning))

  const feature: Feature = {
    name: 'draft',
    said: phrases(
      typed('answer'),
      typed('moment'),
      typed('ask'),
      typed('reply'),
      typed('remark'),
      typed('about'),
      on(commands.other, async (turn: Said) => other(turn, await drafts.latest(turn))),
      on(commands.nothing, async (turn: Said) => drop(turn, await drafts.latest(turn))),
    ),
    pressed: {
      'draft.choose': press(ChooseInput, async (turn, { draft, meaning }) =>
        mean(turn, await drafts.get(turn, draft), meaning),
      ),
      'draft.other': press(DraftInput, async (turn, { draft }) => other(turn, await drafts.get(turn, draft))),
      'draft.drop': press(DraftInput, async (turn, { draft }) => drop(turn, await drafts.get(turn, draft))),
    },
    async deleted(turn) {
      const draft = await drafts.get(turn, turn.id)
      if (!draft?.text) return undefined
      await drafts.done(turn, turn.id)
      return { card: draftDeletedCard(turn.language) }
    },
    export: { drafts: drafts.all },
    forget: (tenant, person) => drafts.forget(tenant, person),
  }

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

  async function reworded(turn: Edited): Promise<boolean> {
    const draft = await drafts.get(turn, turn.id)
    if (!draft?.text || !turn.text) return false
    await drafts.reword(turn, turn.id, turn.text)
    return true
  }

  return { feature, unclear, reworded }
}
