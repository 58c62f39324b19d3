import type { Contribution } from '../../services/pulse/contributions.ts'

/** So many people who all add the same. */
export const people = (count: number, more: { how?: string; topics?: string[]; needs?: string[] } = {}) =>
  Array.from(
    { length: count },
    (_, at): Contribution => ({
      author: `author ${at}`,
      how: new Set(more.how ? [more.how as never] : []),
      topics: new Set(more.topics ?? []),
      needs: new Set(more.needs ?? []),
      quotes: [],
    }),
  )
