import type { Instant } from '../../core/ports.ts'
import { instant, later } from '../../core/time.ts'
import type { RoundStatus } from './status.ts'

/** A round as an operator sees it at one moment. */
export interface Progress extends RoundStatus {
  week: string
  /** All sending of this tenant is stopped. */
  halted: boolean
  /** All who did not get it because the channel does not reach them, by the reason: for now or for good. */
  unreachable: Record<string, number>
  /** Messages a second since the look before, in whichever process they went; absent at a first look. */
  rate?: number
  /** When the last of those that are planned should be out. */
  ends?: Instant
}

/** What one look leaves for the next. */
export interface Look {
  week: string
  at: Date
  gone: number
}

/** Looks that are further apart than this say nothing about now; closer ones are mostly chance. */
const APART_MS = { least: 500, most: 60_000 }

/** `rps` is how fast messages go out at most. */
export function progressOf(
  week: string,
  status: RoundStatus,
  { at, halted, rps, before }: { at: Date; halted: boolean; rps: number; before?: Look },
): { progress: Progress; look: Look } {
  const now = { week, at, gone: goneOf(status) }
  const rate = before && rateBetween(before, now)
  const ends = endOf(status, at, rate || rps)
  return {
    // A person who looks all the time still sees how fast it goes.
    look: before && isTooSoon(before, now) ? before : now,
    progress: {
      week,
      halted,
      ...status,
      unreachable: together(status.waiting, status.rejected),
      ...(rate !== undefined && { rate }),
      ...(ends && !halted && { ends }),
    },
  }
}

const goneOf = ({ sent, settled, unknown, attempting, ...reasons }: RoundStatus) =>
  sent + settled + unknown + attempting + sum(reasons.waiting) + sum(reasons.rejected)

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, one) => all + one, 0)

/** To a tenth; undefined when these looks tell nothing. */
function rateBetween(before: Look, now: Look): number | undefined {
  const apart = now.at.getTime() - before.at.getTime()
  if (before.week !== now.week || isTooSoon(before, now) || apart > APART_MS.most) return undefined
  return Math.max(0, Math.round(((now.gone - before.gone) / apart) * 10_000) / 10)
}

const isTooSoon = (before: Look, now: Look) =>
  before.week === now.week && now.at.getTime() - before.at.getTime() < APART_MS.least

/** Nobody's question comes before its moment, and none goes faster than the rate. */
function endOf({ planned, last }: RoundStatus, at: Date, rate: number): Instant | undefined {
  if (planned === 0 || !last) return undefined
  const sent = instant(later(at, (planned / rate) * 1000))
  return sent > last ? sent : last
}

function together(...reasons: Record<string, number>[]): Record<string, number> {
  const all: Record<string, number> = {}
  for (const [code, count] of reasons.flatMap(Object.entries) as [string, number][])
    all[code] = (all[code] ?? 0) + count
  return all
}
