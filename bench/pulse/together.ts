import { choose } from './chances.ts'
import { binomial, OPEN } from './posterior.ts'
import { upTo } from './seen.ts'

/** How many learned in the first, the second and the third way. */
export type Counts = [number, number, number]
const WAYS = [0, 1, 2] as const

/** With what chances the target has each of the ways, for each thing that may be seen. */
type Chances = Map<string, Counts>

const known = new Map<string, Chances>()
/** So many cases are remembered. */
const MANY = 2000

/** What may be seen of who was drawn. `rule` stands for `looksLike`, so that the same case is reckoned once. */
export interface Telling {
  looksLike(counts: readonly number[]): string
  rule: string
  drawn: number
}

/**
 * How sure an attacker can be of how one person learned, exactly, from all words about learning together. Each of the
 * others has one way, in these shares; what the coalition ticked is known, and who was drawn is not.
 */
export function sureTogether(
  others: number,
  ticked: Counts,
  shares: readonly number[],
  telling: Telling,
): Map<string, number> {
  if (others < 1) return new Map()
  const key = `${others} ${ticked} ${shares} ${telling.drawn} ${telling.rule}`
  if (known.size >= MANY) known.clear()
  const chances = known.get(key) ?? chancesOf(others, ticked, shares, telling)
  known.set(key, chances)
  return new Map([...chances].map(([seen, had]) => [seen, Math.max(...WAYS.map((way) => sureOf(had, way, shares)))]))
}

function chancesOf(others: number, ticked: Counts, shares: readonly number[], { looksLike, drawn }: Telling) {
  const found: Chances = new Map()
  const all = choose(others + ticked[0] + ticked[1] + ticked[2], drawn)
  const add = (counts: Counts, own: 0 | 1 | 2, chance: number) => {
    const seen = looksLike(counts)
    const had = found.get(seen) ?? [0, 0, 0]
    had[own] += chance * (shares[own] ?? 0)
    found.set(seen, had)
  }
  for (const [of, ways] of drawnOf(ticked)) {
    const rest = drawn - of[0] - of[1] - of[2]
    const chance = (ways * choose(others, rest)) / all
    if (!(chance > 0)) continue
    // The target was drawn too, or was not: then what is seen says nothing of them.
    for (const [counts, one] of rest > 0 ? divided(rest - 1, shares) : [])
      for (const own of WAYS) {
        const total: Counts = [counts[0] + of[0], counts[1] + of[1], counts[2] + of[2]]
        total[own]++
        add(total, own, (chance * one * rest) / others)
      }
    for (const [counts, one] of rest < others ? divided(rest, shares) : [])
      for (const own of WAYS)
        add([counts[0] + of[0], counts[1] + of[1], counts[2] + of[2]], own, chance * one * (1 - rest / others))
  }
  return found
}

/** Every part of a coalition that may be drawn, and in how many ways. */
function drawnOf([first, second, third]: Counts): [Counts, number][] {
  return upTo(first).flatMap((one) =>
    upTo(second).flatMap((two) =>
      upTo(third).map((three): [Counts, number] => [
        [one, two, three],
        choose(first, one) * choose(second, two) * choose(third, three),
      ]),
    ),
  )
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
