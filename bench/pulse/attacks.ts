import type { PersonId } from '../../services/core/ports.ts'
import { isolated } from './linear.ts'
import type { Plot } from './plot.ts'
import { KNOWN, remembered } from './posterior.ts'
import type { Presence, Seen, SeenWays, Taken } from './seen.ts'
import { type Counts, sureTogether } from './together.ts'

/** Every attack that was carried out, and every one that found something. */
export interface Score {
  executed: number
  successful: number
  /** The surest any attacker became of one person. */
  worst: number
}

const none = (): Score => ({ executed: 0, successful: 0, worst: 0 })
/** By the kind of attack. */
export const noScores = () => ({ linear: none(), tick: none(), ways: none(), participation: none() })
export type Scores = ReturnType<typeof noScores>

/** None is a reader, who is no member; one is any contributor; three is the largest coalition. */
const COALITIONS = [0, 1, 2, 3]

/** Attacks one town, as its readers, as each kind of contributor and as coalitions. */
export function attack({ seen, ways, presence }: Taken, { colluders }: Plot, scores: Scores): void {
  const bySubject = Map.groupBy(seen, ({ window, item }) => `${window} ${item}`)
  for (const size of COALITIONS) {
    const coalition = (rows: readonly { people: readonly PersonId[] }[]) => coalitionOf(rows, colluders, size)
    for (const rows of bySubject.values()) solve(rows, coalition(rows), scores.linear)
    for (const one of seen) infer(one, coalition([one]), scores.tick)
    for (const one of ways) inferWay(one, coalition([one]), scores.ways)
    for (const one of presence) infer(one, coalition([one]), scores.participation)
  }
}

/** So many of those who agreed and are in what they attack. */
function coalitionOf(rows: readonly { people: readonly PersonId[] }[], colluders: ReadonlySet<PersonId>, size: number) {
  const inside = rows.flatMap(({ people }) => people.filter((id) => colluders.has(id)))
  return new Set([...new Set(inside)].slice(0, size))
}

function solve(rows: readonly Seen[], coalition: ReadonlySet<PersonId>, score: Score): void {
  const { tried, exact } = isolated(rows, coalition)
  score.executed += tried
  score.successful += exact
}

function infer(one: Presence, coalition: ReadonlySet<PersonId>, score: Score): void {
  const { people, truth } = one
  const known = people.filter((id) => coalition.has(id) && truth.has(id)).length
  const others = people.filter((id) => !coalition.has(id)).length
  noted(score, remembered(others, known, one))
}

function inferWay({ people, truth, shares, ...rule }: SeenWays, coalition: ReadonlySet<PersonId>, score: Score): void {
  const ticked = truth.map((having) => people.filter((id) => coalition.has(id) && having.has(id)).length) as Counts
  const others = people.filter((id) => !coalition.has(id)).length
  noted(score, sureTogether(others, ticked, shares, rule).get(rule.shown) ?? 0)
}

function noted(score: Score, sure: number): void {
  score.executed++
  score.worst = Math.max(score.worst, sure)
  if (sure >= KNOWN) score.successful++
}
