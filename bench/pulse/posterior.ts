/** From here an attacker is taken to know something of somebody. */
export const KNOWN = 0.9
/** Above this it was as good as known before. */
export const OPEN = 0.6

const tables = new Map<string, number[]>()

/** The chances of 0 to `count` among so many. */
export function binomial(count: number, chance: number): number[] {
  const key = `${count} ${chance}`
  const known = tables.get(key)
  if (known) return known
  const table = new Array<number>(count + 1).fill(0)
  table[0] = 1
  for (let one = 1; one <= count; one++)
    for (let at = one; at >= 0; at--) table[at] = (table[at] ?? 0) * (1 - chance) + (table[at - 1] ?? 0) * chance
  tables.set(key, table)
  return table
}

/**
 * How sure an attacker can be of one person, exactly, among `others` of whom each has the tick with this prior chance,
 * when the number of all who have it is one of `possible`.
 * @returns the larger of the chances that they have it and that they do not, of those that were open before
 */
export function certainty(others: number, possible: readonly number[], prior: number): number {
  if (others < 1) return 0
  const rest = binomial(others - 1, prior)
  const chanceOf = (own: 0 | 1) => possible.reduce((sum, count) => sum + (rest[count - own] ?? 0), 0)
  const [has, hasNot] = [prior * chanceOf(1), (1 - prior) * chanceOf(0)]
  if (has + hasNot === 0) return 0
  return Math.max(prior <= OPEN ? has : 0, 1 - prior <= OPEN ? hasNot : 0) / (has + hasNot)
}

const found = new Map<string, number>()

/** The same, remembered: in a simulation the same case comes thousands of times. */
export function remembered(others: number, possible: readonly number[], prior: number): number {
  const key = `${others} ${prior} ${possible.join()}`
  const known = found.get(key) ?? certainty(others, possible, prior)
  found.set(key, known)
  return known
}
