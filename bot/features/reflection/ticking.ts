import { goneCard } from '../../../cards/notice.ts'
import { lateTicksCard, tickedCard, ticksCard } from '../../../cards/ticks.ts'
import { wordsIn } from '../../../cards/words.ts'
import { BARRIERS, NEEDS, type Ticked, TOPICS } from '../../../services/core/ticks.ts'
import type { Moment } from '../../../services/reflection/moment.ts'
import type { Reflection } from '../../../services/reflection/reflection.ts'
import type { TicksInput } from '../../../services/reflection/schema.ts'
import type { Ticking } from '../../../services/reflection/ticking.ts'
import type { Reply, Said, Turn } from '../../turn.ts'

/** Topics, needs and barriers of a moment that was saved. */
export function ticking(service: Reflection) {
  function told({ language }: Turn, outcome: Ticking): Reply {
    if (outcome.kind === 'gone') return { card: goneCard(language) }
    if (outcome.kind === 'late') return { card: lateTicksCard(language) }
    const { id: moment, topics = [], needs = [], barriers = [] } = outcome.moment
    const view = { language, moment, counted: outcome.counted, topics, needs, barriers }
    return { card: outcome.kind === 'ticks' ? ticksCard(view) : tickedCard(view) }
  }

  return {
    open: async (turn: Turn, moment: Moment | undefined): Promise<Reply> =>
      told(turn, moment ? await service.ticks(turn, moment.id) : { kind: 'gone' }),

    tick: async (turn: Turn, { moment, ...ticked }: TicksInput): Promise<Reply> =>
      told(turn, await service.tick(turn, moment, ticked)),

    /** "kies meer tijd, samenwerken": about the moment that was touched last. Words that are on no list are no command. */
    async typed(turn: Said, rest: string): Promise<Reply | undefined> {
      const ticked = meant(rest)
      const moment = ticked && (await service.lastTouched(turn.tenant, turn.person))
      return moment && told(turn, await service.tick(turn, moment.id, ticked))
    },
  }
}

/** In either language, with commas between. */
function meant(words: string): Ticked | undefined {
  const wanted = words.split(',').map((word) => word.trim().toLowerCase())
  const ticks = (['nl', 'en'] as const).flatMap((language) => {
    const { words: own, inTheWay } = wordsIn(language).ticks
    return Object.entries({ ...own, ...inTheWay })
  })
  const found = wanted.map((word) => ticks.find(([, said]) => said === word)?.[0])
  if (found.includes(undefined)) return undefined
  const among = <Tick extends string>(list: readonly Tick[]) => list.filter((tick) => found.includes(tick))
  return { topics: among(TOPICS), needs: among(NEEDS), barriers: among(BARRIERS) }
}
