import { goneCard } from '../../../cards/notice.ts'
import { lateTicksCard, tickedCard, ticksCard } from '../../../cards/ticks.ts'
import { wordsIn } from '../../../cards/words.ts'
import { currentTicks, NEEDS, type Ticked, TOPICS } from '../../../services/core/ticks.ts'
import type { Moment } from '../../../services/reflection/moment.ts'
import type { Reflection } from '../../../services/reflection/reflection.ts'
import { type TicksInput, tickedIn } from '../../../services/reflection/schema.ts'
import type { Ticking } from '../../../services/reflection/ticking.ts'
import type { Reply, Said, Turn } from '../../turn.ts'

/** What a moment that was saved was about, and what would help. */
export function ticking(service: Reflection) {
  function told({ language }: Turn, outcome: Ticking): Reply {
    if (outcome.kind === 'gone') return { card: goneCard(language) }
    if (outcome.kind === 'late') return { card: lateTicksCard(language) }
    const { id: moment, list = 'needs', [list]: ticked = [] } = outcome.moment
    const view = { language, moment, counted: outcome.counted, list, ticked }
    return { card: outcome.kind === 'ticks' ? ticksCard(view) : tickedCard(view) }
  }

  return {
    open: async (turn: Turn, moment: Moment | undefined): Promise<Reply> =>
      told(turn, moment ? await service.ticks(turn, moment.id) : { kind: 'gone' }),

    tick: async (turn: Turn, input: TicksInput): Promise<Reply> =>
      told(turn, await service.tick(turn, input.moment, tickedIn(input))),

    /** Beside another button of a card with boxes: what was ticked there is kept first. */
    async keep(turn: Turn, input: TicksInput): Promise<void> {
      if (input.list) await service.tick(turn, input.moment, tickedIn(input))
    },

    /** "kies meer tijd, samenwerken": about the moment that was touched last. Words that are on no list are no command. */
    async typed(turn: Said, rest: string): Promise<Reply | undefined> {
      const ticked = meant(rest)
      const moment = ticked && (await service.lastTouched(turn.tenant, turn.person))
      return moment && told(turn, await service.tick(turn, moment.id, ticked))
    },
  }
}

/** In either language, with commas between. A list of which no word is typed stays as it was. */
function meant(words: string): Partial<Ticked> | undefined {
  const wanted = words.split(',').map((word) => word.trim().toLowerCase())
  const ticks = (['nl', 'en'] as const).flatMap((language) => {
    const { topics, needs } = wordsIn(language).ticks
    return Object.entries({ ...topics, ...needs })
  })
  const found = currentTicks(wanted.map((word) => ticks.find(([, said]) => said === word)?.[0] ?? word))
  const [topics, needs] = [TOPICS.filter((tick) => found.includes(tick)), NEEDS.filter((tick) => found.includes(tick))]
  if (topics.length + needs.length < found.length) return undefined
  return { ...(topics.length > 0 && { topics }), ...(needs.length > 0 && { needs }) }
}
