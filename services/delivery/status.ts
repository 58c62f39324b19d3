import type { Instant } from '../core/ports.ts'
import type { RoundPage } from './pages.ts'

/** How far a round is, in numbers alone: nobody can see who got or answered what. */
export interface RoundStatus {
  cancelled: boolean
  planned: number
  /** Cannot be reached now, by the reason: they get it when they can. */
  waiting: Record<string, number>
  attempting: number
  sent: number
  unknown: number
  settled: number
  /** Not sent, by the reason: they stopped, asked for it themselves, left, or the round was cancelled. */
  withdrawn: Record<string, number>
  rejected: Record<string, number>
  /** When the next of those that are planned is due. */
  next?: Instant
}

const NO_REASON = 'not-installed'

export function statusOf(pages: readonly RoundPage[], cancelled: boolean): RoundStatus | undefined {
  if (pages.length === 0) return undefined
  const status: RoundStatus = {
    ...{ cancelled, planned: 0, waiting: {}, attempting: 0, sent: 0, unknown: 0, settled: 0 },
    ...{ withdrawn: {}, rejected: {} },
  }
  const count = (reasons: Record<string, number>, code = NO_REASON) => {
    reasons[code] = (reasons[code] ?? 0) + 1
  }
  const due: Instant[] = []
  for (const { state, code, due: at, retry } of pages.flatMap(({ recipients }) => recipients)) {
    if (state === 'waiting' || state === 'withdrawn' || state === 'rejected') count(status[state], code)
    else if (state === 'accepted') status.sent++
    else status[state]++
    if (state === 'planned') due.push(retry ?? at)
  }
  const [next] = due.sort()
  return { ...status, ...(next && { next }) }
}
