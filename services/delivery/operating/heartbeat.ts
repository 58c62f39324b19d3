import { SHARED } from '../../core/lane-entry.ts'
import type { Collection, Doc, Instant, Store } from '../../core/ports.ts'
import { hours, instant, later, type Week } from '../../core/time.ts'

/** So long may what is due lie still before somebody is told. */
export const PATIENCE = hours(2)

/** Why somebody has to look: nothing of a round was sent, it began and came to a stand, or there is none. */
export type StandStill = 'round-sent-nothing' | 'round-stalled' | 'no-round'

/** What a look at the round of one tenant saw. */
export interface Sight {
  week: Week
  /** Stopped on purpose. */
  halted: boolean
  /** There should be a round this week by now, and there is none. */
  missing: boolean
  /** Since when the one that waits longest is due; absent when nothing is. */
  dueSince?: Instant
  /** How far the round is. Counting reads all of it, so that it is done only where it matters. */
  counted?: { sent: number; gone: number; failed: number }
}

/**
 * What the last look at one tenant saw. All of them lie in one partition, as the lanes do, so that `doctor` sees every
 * tenant. Numbers and moments alone.
 */
export interface Heartbeat extends Doc {
  week: Week
  at: Instant
  state: 'moving' | 'idle' | 'halted' | 'standing-still'
  /** How many of the round had been sent, or were refused for good, when they were last counted. */
  gone?: number
  sent?: number
  /** When it was last seen to move, or was not to. */
  moved?: Instant
  /** What somebody was told, and still holds. */
  alert?: StandStill
}

export type Heartbeats = Collection<Heartbeat>

/** The id of a heartbeat is the tenant that it is about. */
export const heartbeatKey = (tenant: string) => ({ tenant: SHARED, id: tenant })

export const heartbeats = (store: Store): Heartbeats =>
  store.collection<Heartbeat>({
    name: 'heartbeats',
    owner: 'tenant',
    indexes: { all: ({ id }) => id },
    lives: { untilRemoved: 'one for each tenant: what the last look at its round saw' },
  })

/** The next heartbeat. An alert of the week before is not one of this week. */
export function beat(tenant: string, before: Heartbeat | undefined, sight: Sight, now: Date): Heartbeat {
  const known = before?.week === sight.week ? before : undefined
  const { gone, sent } = { ...known, ...sight.counted }
  const hasMoved = (gone ?? 0) > (known?.gone ?? 0)
  const moved = hasMoved || sight.halted ? instant(now) : known?.moved
  const stands = hasMoved ? undefined : known?.alert
  const alert = sight.halted ? undefined : (held(stands, sight) ?? standStill(sight, sent ?? 0, moved, now))
  const state = sight.halted ? 'halted' : alert ? 'standing-still' : sight.dueSince ? 'moving' : 'idle'
  return {
    ...heartbeatKey(tenant),
    ...(before?.etag && { etag: before.etag }),
    week: sight.week,
    at: instant(now),
    state,
    ...(gone !== undefined && { gone, sent: sent ?? 0 }),
    ...(moved && { moved }),
    ...(alert && { alert }),
  }
}

/** It is not over because the office closed: only when something moves, or there is a round after all. */
const held = (alert: StandStill | undefined, { missing }: Sight) =>
  alert === 'no-round' && !missing ? undefined : alert

function standStill(
  { missing, dueSince, counted }: Sight,
  sent: number,
  moved: Instant | undefined,
  now: Date,
): StandStill | undefined {
  if (missing) return 'no-round'
  const came = sent > 0 ? 'round-stalled' : 'round-sent-nothing'
  // All of them refused is no round either.
  if (counted && sent === 0 && counted.failed > 0 && !dueSince) return came
  const still = [dueSince, moved].filter((moment) => moment !== undefined).sort()
  const since = dueSince && still.at(-1)
  const isStill = since !== undefined && since <= instant(later(now, -PATIENCE))
  return isStill ? came : undefined
}
