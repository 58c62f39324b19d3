export interface Throttle {
  /** `passed`, or `stopped`; `first` says that this one had not been stopped since it last passed. */
  take(who: string): { passed: boolean; first: boolean }
}

interface Bucket {
  left: number
  at: number
  stopped: boolean
}

const MANY = 10_000
const MINUTE = 60_000

/**
 * A token bucket per person: `burst` at once, then `perMinute`. `now` is in milliseconds and never goes back.
 * When there are many, those that are full again are forgotten.
 */
export function throttle({
  burst,
  perMinute,
  now = () => performance.now(),
}: {
  burst: number
  perMinute: number
  now?: () => number
}): Throttle {
  const buckets = new Map<string, Bucket>()
  const level = ({ left, at }: Bucket) => Math.min(burst, left + ((now() - at) * perMinute) / MINUTE)
  let swept = now()
  const sweep = () => {
    swept = now()
    for (const [who, bucket] of buckets) if (level(bucket) >= burst) buckets.delete(who)
  }
  return {
    take(who) {
      if (buckets.size >= MANY && now() - swept >= MINUTE) sweep()
      const bucket = buckets.get(who) ?? { left: burst, at: now(), stopped: false }
      const left = level(bucket)
      const passed = left >= 1
      buckets.set(who, { left: passed ? left - 1 : left, at: now(), stopped: !passed })
      return { passed, first: !passed && !bucket.stopped }
    },
  }
}
