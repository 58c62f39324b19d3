import { goneCard } from '../../cards/draft/notice.ts'
import { lateTicksCard, tickedCard, ticksCard } from '../../cards/reflection/ticks.ts'
import { ticksWords } from '../../cards/reflection/ticks-words.ts'
import { currentTicks, NEEDS, type Need, type Ticked, TOPICS, type Topic } from '../../services/core/ticks.ts'
import type { Moment } from '../../services/reflection/moment.ts'
import type { Reflection } from '../../services/reflection/reflection.ts'
import { type TicksInput, tickedIn } from '../../services/reflection/schema.ts'
import type { Ticking } from '../../services/reflection/ticking.ts'
import type { Reply, Said, Turn } from '../turn.ts'

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

export type Ticks = ReturnType<typeof ticking>

/** In either language, with commas or "en" between. A list of which no word is typed stays as it was. */
function meant(words: string): Partial<Ticked> | undefined {
  const parts = words.toLowerCase().replace(CLOSING, '').split(',')
  const found = parts.map((part) => ticksIn(part.trim().split(/\s+/)))
  if (found.some((ticks) => ticks === undefined)) return undefined
  const all = new Set<Topic | Need>(found.flatMap((ticks) => ticks ?? []))
  const [topics, needs] = [TOPICS.filter((tick) => all.has(tick)), NEEDS.filter((tick) => all.has(tick))]
  return { ...(topics.length > 0 && { topics }), ...(needs.length > 0 && { needs }) }
}

const CLOSING = /[\s.,;!]+$/
const AND = ['en', 'and', '&', '+']

/** Some of what can be ticked has an "en" of its own: the longest that is on a list is taken first. */
function ticksIn(words: readonly string[]): (Topic | Need)[] | undefined {
  if (AND.includes(words[0] ?? '')) return ticksIn(words.slice(1))
  for (let length = words.length; length > 0; length--) {
    const tick = tickCalled(words.slice(0, length).join(' '))
    const rest = words.slice(length)
    if (tick === undefined || (rest.length > 0 && !AND.includes(rest[0] ?? ''))) continue
    const others = rest.length === 0 ? [] : ticksIn(rest.slice(1))
    if (others) return [tick, ...others]
  }
  return undefined
}

function tickCalled(words: string): Topic | Need | undefined {
  for (const language of ['nl', 'en'] as const) {
    const { topics, needs } = ticksWords(language)
    const topic = TOPICS.find((tick) => tick === words || topics[tick] === words)
    const need = currentTicks([words])[0] ?? NEEDS.find((tick) => needs[tick] === words)
    if (topic ?? need) return topic ?? need
  }
  return undefined
}
