/** The words that carry the topic of a text. */
export type Terms = ReadonlySet<string>

/** So many words in common, and half of those of the shorter text, make two texts alike. */
const IN_COMMON = 2
const MOST = 3

/** Those that may be about the same thing, the likeliest first. */
export function alike<T>(terms: Terms, all: readonly { one: T; terms: Terms }[]): T[] {
  const scored = all.map(({ one, terms: other }) => {
    const common = [...terms].filter((term) => other.has(term)).length
    return { one, common, share: common / Math.max(1, Math.min(terms.size, other.size)) }
  })
  return scored
    .filter(({ common, share }) => common >= IN_COMMON && share >= 0.5)
    .sort((one, other) => other.share - one.share || other.common - one.common)
    .slice(0, MOST)
    .map(({ one }) => one)
}
