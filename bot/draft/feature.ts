import { z } from 'zod'
import { draftDeletedCard, type Meaning } from '../../cards/draft/notice.ts'
import { type Command, commands, on } from '../../cards/kit/commands.ts'
import type { Drafts } from '../../services/draft/drafts.ts'
import { type Edited, type Feature, phrases, press, type Said } from '../turn.ts'
import { choosing, type Meanings } from './choosing.ts'

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

/** A text that may mean more than one thing: the bot holds on to it and asks. */
export function draftFeature(
  drafts: Drafts,
  meanings: Meanings,
  adviserOf: (tenant: string) => Promise<string | undefined>,
) {
  const { mean, other, drop, unclear } = choosing(drafts, meanings, adviserOf)

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

  async function reworded(turn: Edited): Promise<boolean> {
    const draft = await drafts.get(turn, turn.id)
    if (!draft?.text || !turn.text) return false
    await drafts.reword(turn, turn.id, turn.text)
    return true
  }

  return { feature, unclear, reworded }
}
