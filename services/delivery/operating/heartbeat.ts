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
  counted?: { people: number; gone: number; failed: number }
}

/**
 * What the last look at one tenant saw. All of them lie in one partition, as the lanes do, so that `doctor` sees every
 * tenant. Numbers that nobody chose, and moments.
 */
export interface Heartbeat extends Doc {
  week: Week
  at: Instant
  state: 'moving' | 'idle' | 'halted' | 'standing-still'
  /** Of how many of the round it was clear what became of them, whatever that is, when they were last counted. */
  gone?: number
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
  const gone = sight.counted?.gone ?? known?.gone
  const hasMoved = (gone ?? 0) > (known?.gone ?? 0)
  const moved = hasMoved || sight.halted ? instant(now) : known?.moved
  const stands = hasMoved ? undefined : known?.alert
  const alert = sight.halted ? undefined : (held(stands, sight) ?? standStill(sight, gone ?? 0, moved, now))
  const state = sight.halted ? 'halted' : alert ? 'standing-still' : sight.dueSince ? 'moving' : 'idle'
  return {
    ...heartbeatKey(tenant),
    ...(before?.etag && { etag: before.etag }),
    week: sight.week,
    at: instant(now),
    state,
    ...(gone !== undefined && { gone }),
    ...(moved && { moved }),
    ...(alert && { alert }),
  }
}

/** It is not over because the office closed: only when something moves, or there is a round after all. */
const held = (alert: StandStill | undefined, { missing }: Sight) =>
  alert === 'no-round' && !missing ? undefined : alert

function standStill(
  { missing, dueSince, counted }: Sight,
  gone: number,
  moved: Instant | undefined,
  now: Date,
): StandStill | undefined {
  if (missing) return 'no-round'
  // Where most of them failed, it is no round either. How many it went to would tell who stopped.
  if (counted && counted.failed * 2 >= counted.people && counted.failed > 0 && !dueSince) return 'round-sent-nothing'
  const came = gone > 0 ? 'round-stalled' : 'round-sent-nothing'
  const still = [dueSince, moved].filter((moment) => moment !== undefined).sort()
  const since = dueSince && still.at(-1)
  const isStill = since !== undefined && since <= instant(later(now, -PATIENCE))
  return isStill ? came : undefined
}
