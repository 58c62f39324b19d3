import type { How } from '../../../services/core/how.ts'
import type { Contribution } from '../../../services/pulse/rules/contributions.ts'

/** So many people who all add the same. */
export const people = (count: number, more: { how?: How; topics?: string[]; needs?: string[] } = {}) =>
  Array.from(
    { length: count },
    (_, at): Contribution => ({
      author: `author ${at}`,
      how: more.how ? [more.how] : [],
      topics: new Set(more.topics ?? []),
      needs: new Set(more.needs ?? []),
    }),
  )
