import { binomial, OPEN } from './posterior.ts'

/** How many learned in the first, the second and the third way. */
export type Counts = [number, number, number]
const WAYS = [0, 1, 2] as const

/** With what chances the target has each of the ways, for each thing that may be seen. */
type Chances = Map<string, Counts>

const known = new Map<string, Chances>()
/** So many cases are remembered. */
const MANY = 2000

/**
 * How sure an attacker can be of how one person learned, exactly, from all words about learning together. Each of the
 * others has one way, in these shares; what the coalition ticked is known.
 * @param rule stands for `looksLike`, so that the same case is reckoned once
 */
export function sureTogether(
  others: number,
  ticked: Counts,
  shares: readonly number[],
  { looksLike, rule }: { looksLike(counts: readonly number[]): string; rule: string },
): Map<string, number> {
  if (others < 1) return new Map()
  const key = `${others} ${ticked} ${shares} ${rule}`
  if (known.size >= MANY) known.clear()
  const chances = known.get(key) ?? chancesOf(others, ticked, shares, looksLike)
  known.set(key, chances)
  return new Map([...chances].map(([seen, had]) => [seen, Math.max(...WAYS.map((way) => sureOf(had, way, shares)))]))
}

function chancesOf(others: number, ticked: Counts, shares: readonly number[], looksLike: (counts: Counts) => string) {
  const found: Chances = new Map()
  for (const [counts, chance] of divided(others - 1, shares))
    for (const own of WAYS) {
      const total: Counts = [counts[0] + ticked[0], counts[1] + ticked[1], counts[2] + ticked[2]]
      total[own]++
      const seen = looksLike(total)
      const had = found.get(seen) ?? [0, 0, 0]
      had[own] += chance * (shares[own] ?? 0)
      found.set(seen, had)
    }
  return found
}

/** Every way in which so many people may be divided, with its chance. */
function divided(people: number, [first = 0, second = 0, third = 0]: readonly number[]): [Counts, number][] {
  const found: [Counts, number][] = []
  for (const [one, chance] of binomial(people, first).entries())
    for (const [two, then] of binomial(people - one, second / (second + third)).entries())
      found.push([[one, two, people - one - two], chance * then])
  return found
}

function sureOf(had: Counts, way: (typeof WAYS)[number], shares: readonly number[]): number {
  const [all, prior] = [had[0] + had[1] + had[2], shares[way] ?? 0]
  if (all === 0) return 0
  return Math.max(prior <= OPEN ? had[way] : 0, 1 - prior <= OPEN ? all - had[way] : 0) / all
}
