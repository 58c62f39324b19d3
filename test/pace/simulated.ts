/** Time that passes only when everybody waits, and then at once to the moment that comes first. */
export function simulatedTime(start = Date.parse('2026-11-23T10:00:00Z')) {
  let now = start
  const waiting: { at: number; go: () => void }[] = []
  const settled = () => new Promise((resolve) => setImmediate(resolve))

  return {
    clock: { now: () => new Date(now) },
    passed: () => now - start,
    wait: (ms: number) =>
      new Promise<void>((resolve) => {
        const at = now + ms
        const place = waiting.findIndex((other) => other.at > at)
        waiting.splice(place === -1 ? waiting.length : place, 0, { at, go: resolve })
      }),
    /** Lets time pass until the work is done. */
    async until<T>(work: Promise<T>): Promise<T> {
      let done = false
      const finished = work.finally(() => {
        done = true
      })
      finished.catch(() => {})
      for (await settled(); !done; await settled()) {
        const first = waiting.shift()
        if (!first) throw new Error('nobody waits for a moment, and the work is not done')
        now = Math.max(now, first.at)
        first.go()
      }
      return finished
    },
  }
}

/** The most of these moments in any window of so many milliseconds. */
export function mostWithin(ms: number, moments: readonly number[]): number {
  let most = 0
  let from = 0
  moments.forEach((moment, index) => {
    while (moment - (moments[from] ?? 0) >= ms) from++
    most = Math.max(most, index - from + 1)
  })
  return most
}
