import type { Card } from '../../../cards/kit/card.ts'
import { savedCard } from '../../../cards/reflection/saved.ts'
import type { Counted, Moment } from '../../../services/reflection/moment.ts'
import type { Turn } from '../../turn.ts'
import type { ReflectionNeeds } from '../needs.ts'

/** Kept, without the text; with `rewarded` something of a colleague on the same topic. */
export const savedScreen =
  ({ service, reward, adviserOf, signsIn }: ReflectionNeeds) =>
  async (
    turn: Turn,
    moment: Moment,
    more: { counted?: Counted; askHow?: boolean; rewarded?: boolean; number?: number | undefined } = {},
  ): Promise<Card> => {
    const { askHow = false, rewarded = false, number } = more
    const counts = more.counted ?? (await service.standing(turn, moment.week, moment.sharing))
    const { list, topics, needs } = moment
    const asksTicks = list && counts === 'counted' && !moment.journalOnly
    const shown = rewarded ? await reward(turn, moment.text) : undefined
    return savedCard({
      language: turn.language,
      moment,
      late: counts === 'late',
      askHow,
      ...(asksTicks && { asked: { list, ticked: { topics, needs }[list] ?? [] } }),
      ...(number && { number }),
      ...((await signsIn(moment.text)).mayHurt && { pointer: { named: await adviserOf(moment.tenant) } }),
      ...(shown && { reward: shown }),
    })
  }
