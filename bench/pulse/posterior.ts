/** From here an attacker is taken to know something of somebody. */
export const KNOWN = 0.9
/** Above this it was as good as known before. */
export const OPEN = 0.6
/** How likely something was before anybody looked. */
export const PRIORS = [0.4, 0.5, 0.6]
/** In what shares people learn in one of three ways, so that something is open before. */
export const SHARES = [
  [0.4, 0.3, 0.3],
  [0.5, 0.25, 0.25],
  [0.6, 0.2, 0.2],
  [0.4, 0.4, 0.2],
  [0.5, 0.4, 0.1],
]

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

/** The larger of two chances of what was open before, of somebody who has it, or has not, with these weights. */
export function surest(has: number, hasNot: number, prior: number): number {
  if (has + hasNot === 0) return 0
  return Math.max(prior <= OPEN ? has : 0, 1 - prior <= OPEN ? hasNot : 0) / (has + hasNot)
}

/**
 * How sure an attacker can be of one person, exactly, among `others` of whom each has the tick with this prior chance.
 * @param chanceOf with what chance what is seen is seen, when so many of the others have it
 * @returns the larger of the chances that they have it and that they do not, of those that were open before
 */
export function weighed(others: number, chanceOf: (count: number) => number, prior: number): number {
  if (others < 1) return 0
  const rest = binomial(others - 1, prior)
  const chance = (own: 0 | 1) => rest.reduce((sum, one, count) => sum + one * chanceOf(count + own), 0)
  return surest(prior * chance(1), (1 - prior) * chance(0), prior)
}

/** The same, when the number of all who have it is certainly one of `possible`. */
export const certainty = (others: number, possible: readonly number[], prior: number): number =>
  weighed(others, (count) => Number(possible.includes(count)), prior)

const found = new Map<string, number>()

/** The same, remembered: in a simulation the same case comes thousands of times. */
export function remembered(
  others: number,
  known: number,
  { chances, rule, prior }: { chances: readonly number[]; rule: string; prior: number },
): number {
  const key = `${others} ${known} ${prior} ${rule}`
  const sure = found.get(key) ?? weighed(others, (count) => chances[count + known] ?? 0, prior)
  found.set(key, sure)
  return sure
}
