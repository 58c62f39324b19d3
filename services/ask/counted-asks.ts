import type { Doc, Secrets, Store } from '../core/ports.ts'
import { putIfUnchanged } from '../core/store/change.ts'
import { everything } from '../core/store/read-all.ts'
import { days, startOf, type Week, weekAfter, weekOf } from '../core/time.ts'
import type { Ask } from './ask.ts'

/** That something was asked in this week, and nothing of what it was. */
export interface CountedAsk extends Doc {
  week: Week
  /** The same for everything that one person asks, and found by nobody without the key of the house. */
  asker: string
}

/** How many questions there were in some weeks, and of how many people. */
export interface Count {
  questions: number
  people: number
}

export interface Counted {
  /** Once for each ask, in the week in which it was begun, however often it is told. */
  note(ask: Ask): Promise<void>
  /** `to` is exclusive. */
  between(tenant: string, from: Week, to: Week): Promise<Count>
  forget(ask: Ask): Promise<void>
}

/** The questions of everybody by week, so that counting them opens nobody's own documents. */
export function counted({ store, secrets }: { store: Store; secrets: Secrets }): Counted {
  const all = store.collection<CountedAsk>({
    name: 'countedAsks',
    owner: 'tenant',
    indexes: { week: ({ week }) => week },
    lives: { for: days(56), from: ({ week }) => startOf(week) },
  })
  const idOf = ({ tenant, person, id }: Ask) => secrets.hmac('counted-ask', tenant, person, id)

  return {
    async note(ask) {
      const { tenant, person, at } = ask
      const week = weekOf(new Date(at))
      const asker = secrets.hmac('counted-asker', tenant, person)
      await putIfUnchanged(all, { tenant, id: idOf(ask), week, asker })
    },

    async between(tenant, from, to) {
      const found: CountedAsk[] = []
      for (let week = from; week < to; week = weekAfter(week))
        found.push(...(await everything(all, { tenant }, 'week', week)))
      return { questions: found.length, people: new Set(found.map(({ asker }) => asker)).size }
    },

    forget: (ask) => all.remove({ tenant: ask.tenant, id: idOf(ask) }),
  }
}
