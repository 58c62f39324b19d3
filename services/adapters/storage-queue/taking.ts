import { type LaneEntry, laneKey, taken, woken } from '../../core/lane-entry.ts'
import type { Lane } from '../../core/ports.ts'
import { putIfUnchanged } from '../../core/store/change.ts'
import { instant, later } from '../../core/time.ts'
import { laneIn } from './message.ts'
import { type Parts, until } from './ports.ts'
import type { Received } from './queue.ts'

/** The sender of a message names it in the entry within this time. Until then it may not be taken for a stray. */
const SETTLED_MS = 60_000
const NOT_YET_MS = 1_000

/** A lane in the hands of the worker that `entry.token` names. */
export interface Taken {
  entry: LaneEntry
  received: Received
}

/** Finds out what a received message means, and takes the lane when it is due. Undefined when there is nothing to do. */
export function createTaking({ queue, entries, clock, random, log }: Parts) {
  async function take(lane: Lane, entry: LaneEntry | undefined, received: Received, leaseMs: number) {
    const now = instant(clock.now())
    const ends = instant(later(clock.now(), leaseMs))
    const free = entry ?? woken(lane, undefined, now)
    if (!free) return undefined
    // The receipt in the entry is of before: nobody moves a message with it that somebody holds.
    const alarm = { message: received.alarm.message, receipt: free.alarm?.receipt ?? received.alarm.receipt }
    const kept = await putIfUnchanged(entries, { ...taken(free, random.id(), now, ends), alarm })
    if (kept) return { entry: kept, received }
    await queue.hide(received.alarm, 0)
    return undefined
  }

  return async (received: Received, leaseMs: number, isStillOurs: () => boolean): Promise<Taken | undefined> => {
    const { alarm, text, ageMs } = received
    const lane = laneIn(text)
    if (!lane) {
      log.error('queue-message-refused', { message: alarm.message })
      await queue.drop(alarm)
      return undefined
    }
    const entry = await entries.get(laneKey(lane))
    // Read while the message was out of everybody else's sight, so that the etag fences off a worker that took it after
    // that.
    if (!isStillOurs()) return undefined
    switch (meaningOf(entry, alarm.message, instant(clock.now()))) {
      case 'due':
        return take(lane, entry, received, leaseMs)
      case 'early':
        await queue.hide(alarm, until(clock, entry?.due ?? ''))
        return undefined
      case 'stray':
        await (ageMs < SETTLED_MS ? queue.hide(alarm, NOT_YET_MS) : queue.drop(alarm))
        return undefined
    }
  }
}

/**
 * The entry says what is wanted, the message only that it is time to look: any will do for a lane that is due. A held
 * lane can be taken over by its own message alone, which is seen when the lease has ended.
 */
function meaningOf(entry: LaneEntry | undefined, message: string, now: string): 'due' | 'early' | 'stray' {
  if (!entry) return 'due'
  const isNamed = entry.alarm?.message === message
  if (entry.token !== undefined) return isNamed ? 'due' : 'stray'
  if (entry.due === undefined) return 'stray'
  if (entry.due <= now) return 'due'
  return isNamed ? 'early' : 'stray'
}
