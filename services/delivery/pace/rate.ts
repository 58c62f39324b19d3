const START = 5
const LEAST = 1
const DOUBLES_AFTER = 2000
/** After this long without a message it begins slowly again. */
const RESTS_AFTER = 60_000
const SECOND = 1000
/** A late timer or a write in between costs nothing: so much may be caught up. */
const MOST_SLACK = 40

export interface Rate {
  /** Per second, now. */
  perSecond(): number
  /** From when the next message may go. */
  nextAt(): number
  /** A message goes now, whether its moment has come or not. */
  took(now: number): void
  /** Half as fast from this moment on, and nothing before it. */
  halve(from: number): void
  /** Nothing before this moment. */
  hold(from: number): void
}

/**
 * How fast one tenant is sent to: from slow to `rps`, a message at a time. In no second more than a tenth over the rate,
 * unless messages are taken before their moment; then the others make room for at most a second.
 */
export function createRate(rps: number, known = START): Rate {
  let rate = Math.min(START, known, rps)
  let since: number | undefined
  let last = Number.NEGATIVE_INFINITY
  let next = Number.NEGATIVE_INFINITY

  function ramp(now: number): void {
    if (now - last > RESTS_AFTER) {
      rate = Math.min(START, rate, rps)
      since = now
    } else if (now - (since ?? now) >= DOUBLES_AFTER) {
      rate = Math.min(rps, rate * 2)
      since = now
    }
  }

  return {
    perSecond: () => rate,
    nextAt: () => next,
    took(now) {
      ramp(now)
      last = now
      const gap = SECOND / rate
      const slack = Math.min(MOST_SLACK, Math.max(0, SECOND / 10 - gap))
      next = Math.min(Math.max(next, now - slack) + gap, now + SECOND)
    },
    halve(from) {
      rate = Math.max(LEAST, rate / 2)
      this.hold(from)
    },
    hold(from) {
      since = from
      last = from
      next = Math.max(next, from)
    },
  }
}
