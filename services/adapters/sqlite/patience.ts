import { setTimeout as wait } from 'node:timers/promises'
import { Unavailable } from '../../core/ports.ts'

/** How long one statement keeps the process while another program writes. All else in the process waits as long. */
export const BUSY_MS = 5
/** How long it is tried again in all. */
const PATIENCE_MS = 5_000
const LONGEST_WAIT_MS = 50

/** What SQLite says, without the details in the higher bits. */
const CODES: Record<number, Unavailable['code']> = {
  3: 'denied',
  5: 'busy',
  6: 'busy',
  8: 'denied',
  10: 'failed',
  13: 'full',
  14: 'unreachable',
}

/** What the error says of the store; undefined when it says something of the program. */
export const codeOf = (error: unknown): Unavailable['code'] | undefined =>
  CODES[((error as { errcode?: number } | undefined)?.errcode ?? 0) & 0xff]

/** The same error as the rest of the house knows it. */
export function asUnavailable(what: string, error: unknown): unknown {
  const code = codeOf(error)
  return code ? new Unavailable(code, what, { cause: error }) : error
}

/**
 * Does the work at once where it can. While another program writes it is tried again, with everything else of this process
 * in between: nobody who asks for something else waits.
 * @throws {Unavailable} when it is busy to the end, or the disk is full or away
 */
export async function patiently<T>(what: string, work: () => T, patienceMs = PATIENCE_MS): Promise<T> {
  const end = performance.now() + patienceMs
  for (let pause = 1; ; pause = Math.min(2 * pause, LONGEST_WAIT_MS)) {
    try {
      return work()
    } catch (error) {
      if (codeOf(error) !== 'busy' || performance.now() >= end) throw asUnavailable(what, error)
    }
    await wait(pause)
  }
}
