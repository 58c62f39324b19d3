import type { Clock } from '../../core/ports.ts'

export const systemClock: Clock = { now: () => new Date() }

/** A clock that goes as fast as the machine's own and begins at `start`, so that what it times does not hang on the day. */
export function clockFrom(start: Date): Clock {
  const begun = performance.now()
  return { now: () => new Date(start.getTime() + performance.now() - begun) }
}
