/** What speaks for a reading and against it: each feature with its weight, added up. */
export const weigh = (...features: readonly (readonly [weight: number, holds: boolean | number])[]): number =>
  features.reduce((sum, [weight, holds]) => sum + weight * Number(holds), 0)

const listed = (stems: string) =>
  stems
    .trim()
    .split(/\s*·\s*/)
    .join('|')

/** A semantic field: the beginnings of its words, with a dot between. */
export const field = (stems: string): RegExp => new RegExp(`(?<!\\p{L})(?:${listed(stems)})`, 'gu')

/** The same for whole words. */
export const wholeWords = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${listed(words)})(?!\\p{L})`, 'gu')

/** How many different words of a field a text has. */
export function countOf(pattern: RegExp, text: string): number {
  const found = text.match(pattern)
  return found ? new Set(found).size : 0
}

export const has = (pattern: RegExp, text: string): boolean => {
  pattern.lastIndex = 0
  return pattern.test(text)
}
