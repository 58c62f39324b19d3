import { goneCard } from '../../cards/draft/notice.ts'
import {
  begunCard,
  enoughCard,
  intentionCard,
  intentionChangedCard,
  intentionRemovedCard,
} from '../../cards/intentions/intention.ts'
import { clean } from '../../services/core/text/clean.ts'
import { instant } from '../../services/core/time.ts'
import type { Intention } from '../../services/intentions/documents.ts'
import { AFTER, INTENTION_LIMIT, type KeepInput } from '../../services/intentions/schema.ts'
import { notYours, type Pressed, type Reply, type Said, type Turn } from '../turn.ts'
import type { IntentionNeeds } from './needs.ts'

/** What an intention begins with: its form, and what is done with the words in it. */
export function beginning({ service, clock, signsIn, before, adviserOf, askBuddy }: IntentionNeeds) {
  const daysOf = (intention: Pick<Intention, 'at'>) =>
    AFTER.map((after) => [after, service.asksOn(intention, after)] as const)
  const upcoming = () => daysOf({ at: instant(clock.now()) })

  const filled = (turn: Turn, more: Partial<Parameters<typeof intentionCard>[0]> = {}): Reply => ({
    card: intentionCard({
      language: turn.language,
      limit: INTENTION_LIMIT,
      days: upcoming(),
      ...more,
    }),
  })

  /** With what was typed in it before, where somebody left it. */
  async function form(turn: Turn, about: Omit<KeepInput, 'text'>, text?: string): Promise<Reply> {
    const left = await service.left(turn, about)
    return filled(turn, { ...about, text: left?.text || text, buddy: left?.buddy })
  }

  /** What comes first: a text that is no intention is given back, and words of distress are kept by nobody unasked. */
  async function first(turn: Said | Pressed, given: string, more: Omit<KeepInput, 'text'>) {
    const text = clean(given)
    if (!text || text.length > INTENTION_LIMIT)
      return { reply: filled(turn, { ...more, text: given, problem: text ? 'tooLong' : 'empty' }) }
    const { isTender, mayHurt } = await signsIn(text)
    return isTender && !turn.isCalm ? { reply: await before(turn) } : { text, mayHurt }
  }

  /** It may take the place of another one, which ends then. */
  async function begin(
    turn: Said | Pressed,
    { moment, item, buddy, text: given, replaces }: Omit<KeepInput, 'intention'> & { replaces?: string },
  ): Promise<Reply> {
    const { reply, text, mayHurt } = await first(turn, given, { moment, item, buddy })
    if (reply) return reply
    if (replaces) await service.finish(turn, replaces)
    const { tenant, person, id, language } = turn
    const begun = await service.begin({ tenant, person, turn: id }, { text, moment, item })
    if (begun.kind === 'enough')
      return { card: enoughCard({ language, limit: INTENTION_LIMIT, moment, item, buddy, text, open: begun.open }) }
    const { intention } = begun
    // Who can help comes before who thinks along.
    if (buddy?.trim() && !mayHurt) return askBuddy(turn, intention.id, buddy)
    const pointer = mayHurt ? { named: await adviserOf(tenant) } : undefined
    return { card: begunCard({ language, intention: intention.id, days: daysOf(intention), pointer }) }
  }

  return {
    form,
    begin,

    async keep(turn: Said | Pressed, input: KeepInput): Promise<Reply> {
      const { intention } = input
      if (!intention) return begin(turn, input)
      const { reply, text } = await first(turn, input.text, { intention })
      if (reply) return reply
      if (!(await service.reword(turn, intention, text))) return notYours(turn)
      return { card: intentionChangedCard(turn.language) }
    },

    async remove(turn: Turn, id: string): Promise<Reply> {
      const intention = await service.get(turn, id)
      if (!intention) return { card: goneCard(turn.language) }
      await service.remove(turn, intention)
      return { card: intentionRemovedCard(turn.language) }
    },
  }
}
