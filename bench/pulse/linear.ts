import type { PersonId } from '../../services/core/ports.ts'
import type { Seen } from './seen.ts'

/** Exact counts are linear equations. They are solved in the numbers modulo this prime: products stay exact. */
const PRIME = 67_108_859
/** A set of fewer people than this must never be told apart. */
export const FEW = 5

export interface Solved {
  /** How many sets of fewer than five were tried; at least one, for the attack as a whole. */
  tried: number
  /** Of how many the sum follows exactly. */
  exact: number
}

/**
 * Tries to isolate fewer than five people by adding and subtracting whatever was published of one item: parents, children,
 * siblings, overlaps, all at once. What the coalition knows of itself is taken out first.
 */
export function isolated(seen: readonly Seen[], coalition: ReadonlySet<PersonId>): Solved {
  const rows = seen
    .filter((one) => isExact(one, coalition))
    .map(({ people }) => people.filter((id) => !coalition.has(id)))
  const atoms = atomsOf(rows)
  const basis = reduced(rows.map((row) => vectorOf(row, atoms)))
  const follows = (target: readonly number[]) =>
    isInSpan(
      atoms.map((_, at) => Number(target.includes(at))),
      basis,
    )
  const small = atoms.flatMap(({ length }, at) => (length < FEW ? [at] : []))
  const found = new Set(small.filter((at) => follows([at])))
  const left = small.filter((at) => !found.has(at))
  // Two that were found each by itself are no find together.
  const pairs = left.flatMap((one, at) => left.slice(at + 1).map((other) => [one, other]))
  const few = pairs.filter((pair) => sizeOf(pair, atoms) < FEW)
  return { tried: Math.max(1, small.length + few.length), exact: found.size + few.filter(follows).length }
}

/** One count is left, for those outside the coalition. */
function isExact({ people, chances, truth }: Seen, coalition: ReadonlySet<PersonId>): boolean {
  const inside = people.filter((id) => coalition.has(id))
  const known = inside.filter((id) => truth.has(id)).length
  const others = people.length - inside.length
  return chances.filter((chance, count) => chance > 0 && count >= known && count - known <= others).length === 1
}

/** People who are in the same rows cannot be told apart by them: they are one unknown. */
function atomsOf(rows: readonly (readonly PersonId[])[]): PersonId[][] {
  const signs = new Map<PersonId, string>()
  for (const [at, row] of rows.entries()) for (const id of row) signs.set(id, `${signs.get(id) ?? ''} ${at}`)
  return [...Map.groupBy(signs.keys(), (id) => signs.get(id)).values()]
}

const vectorOf = (row: readonly PersonId[], atoms: readonly PersonId[][]) => {
  const inside = new Set(row)
  return atoms.map(([first = '']) => Number(inside.has(first)))
}

const sizeOf = (target: readonly number[], atoms: readonly PersonId[][]) =>
  target.reduce((sum, at) => sum + (atoms[at]?.length ?? 0), 0)

/** By pivot: rows of which each begins where no other has anything. */
type Basis = Map<number, number[]>

function reduced(rows: readonly number[][]): Basis {
  const basis: Basis = new Map()
  for (const row of rows) {
    const left = rest(row, basis)
    const pivot = left.findIndex((value) => value !== 0)
    if (pivot >= 0) basis.set(pivot, scaled(left, inverse(left[pivot] ?? 1)))
  }
  return basis
}

const isInSpan = (vector: readonly number[], basis: Basis) => rest(vector, basis).every((value) => value === 0)

/** What is left of a vector when everything the basis can explain is taken away. */
function rest(vector: readonly number[], basis: Basis): number[] {
  const left = [...vector]
  for (let at = 0; at < left.length; at++) {
    const factor = left[at] ?? 0
    const row = factor === 0 ? undefined : basis.get(at)
    if (!row) continue
    for (let column = at; column < left.length; column++)
      left[column] = ((left[column] ?? 0) - ((factor * (row[column] ?? 0)) % PRIME) + PRIME) % PRIME
  }
  return left
}

const scaled = (row: readonly number[], factor: number) => row.map((value) => (value * factor) % PRIME)

/** By Fermat: the power PRIME - 2. */
function inverse(value: number): number {
  let [result, base] = [1, value]
  for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % PRIME
    base = (base * base) % PRIME
  }
  return result
}
