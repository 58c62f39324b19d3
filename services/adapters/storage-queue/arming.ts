import { type Alarm, type LaneEntry, laneOf } from '../../core/lane-entry.ts'
import { Unavailable } from '../../core/ports.ts'
import { putIfUnchanged } from '../../core/store/change.ts'
import { textOf } from './message.ts'
import { type Parts, until } from './ports.ts'

/** Writes an entry with a new message for its moment. Undefined when somebody else wrote first. */
export type Arm = (wanted: LaneEntry, old: Alarm | undefined) => Promise<LaneEntry | undefined>

/**
 * The message is sent first, then the entry names it, then the `old` one is deleted. A process that stops in between
 * leaves a message too many, which is recognised as a stray. There is never a moment without a message. While the queue
 * is away the entry is written without one, and `missed` is called: people go on, and a look at the entries mends it.
 */
export function createArming({ queue, entries, clock }: Parts, missed: () => void): Arm {
  async function sent(wanted: LaneEntry, due: string): Promise<Alarm | undefined> {
    try {
      return await queue.send(textOf(laneOf(wanted)), until(clock, due))
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error
      missed()
      return undefined
    }
  }

  return async (wanted, old) => {
    const { alarm: _, ...rest } = wanted
    const alarm = wanted.due === undefined ? undefined : await sent(wanted, wanted.due)
    const kept = await putIfUnchanged(entries, { ...rest, ...(alarm && { alarm }) })
    const useless = kept ? old : alarm
    if (useless) await queue.drop(useless)
    return kept
  }
}
