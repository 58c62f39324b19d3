import type { Instant } from '../../core/ports.ts'
import { type Exact, exact } from '../../core/told.ts'
import type { RoundStatus } from './status.ts'

/**
 * A round as an operator sees it. Each number is one that no person chose; who answered, stopped, paused, blocked the bot
 * or took it away changes none of them.
 */
export interface Progress {
  week: string
  /** All sending of this tenant is stopped. */
  halted: boolean
  cancelled: boolean
  /** How many people it was planned for. */
  planned: Exact
  /** How many the policy of Teams refused, by its code. */
  refusals: Record<string, Exact>
  /** How many failed, or may have: the channel broke off, or did not know us. */
  failed: Exact
  state: 'waits' | 'under-way' | 'over'
  /** When it should be over, to a quarter of an hour; absent when it is, or while nothing goes out. */
  ends?: Instant
}

/** What an administrator of Teams decides; every other refusal of a person may be a choice of that person. */
const BY_POLICY = ['BotDisabledByAdmin']
/** Codes of people: they took the app away, blocked it, or never had it. Teams does not say who chose that. */
const OF_PEOPLE = ['not-installed', 'removed', 'BotNotInConversationRoster', 'ConversationBlockedByUser']
const GONE = 'ConversationNotFound'

const QUARTER_MS = 15 * 60_000

/** `rps` is how fast messages go out at most. */
export function progressOf(
  week: string,
  status: RoundStatus,
  { at, halted, rps }: { at: Date; halted: boolean; rps: number },
): Progress {
  const { cancelled, people, planned, attempting, begins } = status
  const ends = endOf(status, at, rps)
  const isOpen = planned + attempting > 0 || ends > at
  const state = cancelled || !isOpen ? 'over' : at < quarterBefore(begins) ? 'waits' : 'under-way'
  const refused = BY_POLICY.flatMap((code) => {
    const count = status.rejected[code] ?? 0
    return count > 0 ? [[code, exact(count)] as const] : []
  })
  return {
    week,
    halted,
    cancelled,
    planned: exact(people),
    refusals: Object.fromEntries(refused),
    failed: exact(status.unknown + failedIn(status.rejected)),
    state,
    ...(state !== 'over' && !halted && { ends: ends.toISOString() }),
  }
}

/** Whether no person chose this refusal, so that it may be counted and told. */
export const isNobodysChoice = (code: string) => !OF_PEOPLE.includes(code) && code !== GONE

const failedIn = (rejected: Record<string, number>) =>
  Object.entries(rejected).reduce(
    (sum, [code, count]) => (isNobodysChoice(code) && !BY_POLICY.includes(code) ? sum + count : sum),
    0,
  )

/** Nobody's question comes before its moment, and none goes faster than the rate. */
function endOf({ planned, closes }: RoundStatus, at: Date, rps: number): Date {
  const sent = planned === 0 ? 0 : at.getTime() + (planned / rps) * 1000
  return new Date(Math.ceil(Math.max(sent, Date.parse(closes)) / QUARTER_MS) * QUARTER_MS)
}

const quarterBefore = (begins: Instant) => new Date(Math.floor(Date.parse(begins) / QUARTER_MS) * QUARTER_MS)
