import { change } from '../core/store/change.ts'
import type { Ticked } from '../core/ticks.ts'
import type { Author } from './author.ts'
import { type Counted, type Moment, type Moments, present } from './moment.ts'
import type { Settling } from './settling.ts'

export type Ticking =
  | { kind: 'ticks' | 'ticked'; moment: Moment; counted: Counted }
  /** The week of its question is over: what would be ticked now would count in no pulse, and is not kept. */
  | { kind: 'late' }
  | { kind: 'gone' }

/** What a moment was about and what would help, for the pulse alone. Text, readers and consent stay as they are. */
export function ticking(all: Moments, { standing }: Pick<Settling, 'standing'>) {
  async function ticksOf(author: Author, id: string): Promise<Ticking> {
    const moment = await present(all, author, id)
    if (!moment || moment.journalOnly) return { kind: 'gone' }
    const counted = await standing(author, moment.week, moment.sharing)
    return counted === 'late' ? { kind: 'late' } : { kind: 'ticks', moment, counted }
  }

  return {
    ticks: ticksOf,

    /** A list that is not given stays as it is. The same ticks again change nothing. */
    async tick(author: Author, id: string, ticked: Partial<Ticked>): Promise<Ticking> {
      const now = await ticksOf(author, id)
      if (now.kind !== 'ticks') return now
      const { doc } = await change(all, now.moment, (known): Moment | undefined => {
        if (!known || known.removed) return undefined
        const { topics = known.topics ?? [], needs = known.needs ?? [] } = ticked
        const isSame = JSON.stringify([topics, needs]) === JSON.stringify([known.topics ?? [], known.needs ?? []])
        return isSame ? undefined : { ...known, topics, needs }
      })
      return doc && !doc.removed ? { ...now, kind: 'ticked', moment: doc } : { kind: 'gone' }
    },
  }
}
