import type { LaneEntry } from '../../core/lane-entry.ts'
import type { Clock, Collection, Log, Random } from '../../core/ports.ts'
import type { Queue } from './queue.ts'

/** What the parts of this keeper share. */
export interface Parts {
  queue: Queue
  entries: Collection<LaneEntry>
  clock: Clock
  random: Random
  log: Log
}

/** How far this moment is away, in milliseconds; negative when it has passed. */
export const until = (clock: Clock, moment: string): number => Date.parse(moment) - clock.now().getTime()
