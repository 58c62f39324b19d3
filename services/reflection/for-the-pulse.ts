import type { PersonId } from '../core/ports.ts'
import { instant, momentOn, mondayOf, type Week } from '../core/time.ts'
import type { Moment, Moments } from './moment.ts'

/** `to` is exclusive. */
interface Weeks {
  from: Week
  to: Week
}

const PAGE = 100

/** What a pulse may be given of a journal: ticks of everything, and the text of what its author agreed to. */
export function forThePulse(all: Moments) {
  /** Nothing is written before its week begins. */
  async function within(tenant: string, person: PersonId, { from, to }: Weeks): Promise<Moment[]> {
    const since = instant(momentOn(mondayOf(from), '00:00'))
    const items: Moment[] = []
    let after: string | undefined
    // Somebody who writes much fills a page in twelve weeks, and what came last counts.
    do {
      const query = { index: 'written', from: since, limit: PAGE, ...(after && { after }) }
      const page = await all.find({ tenant, person }, query)
      items.push(...page.items)
      after = page.next
    } while (after)
    return items.filter(({ week, removed }) => from <= week && week < to && !removed)
  }

  return {
    /** Ticks, never a text. */
    ticksOf: async (tenant: string, person: PersonId, weeks: Weeks) =>
      (await within(tenant, person, weeks)).map(ticksIn),

    /** The texts that their author agreed to show, each with whom the author saw by name. What does not count is none. */
    agreedOf: async (tenant: string, person: PersonId, weeks: Weeks) =>
      (await within(tenant, person, weeks)).flatMap(({ id, text, sharing, counts, readers = [] }) =>
        sharing === 'pulse' && counts ? [{ moment: id, text, readers }] : [],
      ),
  }
}

const ticksIn = ({ week, how, topics = [], needs = [], counts, sharing, journalOnly }: Moment) => ({
  week,
  counts: counts && !journalOnly,
  named: sharing === 'colleagues',
  topics,
  needs,
  ...(how && { how }),
})
