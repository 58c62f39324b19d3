const SECOND = 1000

/** Counts the most that came in any one second; moments are given in the order of time. */
export interface Windows {
  note(key: string, at: number): void
  /** Of this key, or of the busiest. */
  most(key?: string): number
}

interface Window {
  /** A queue of the last second: what lies before `from` is over. */
  moments: number[]
  from: number
  most: number
}

const MANY = 256

export function windows(): Windows {
  const all = new Map<string, Window>()
  return {
    note(key, at) {
      const known = all.get(key) ?? { moments: [], from: 0, most: 0 }
      all.set(key, known)
      known.moments.push(at)
      while ((known.moments[known.from] ?? at) <= at - SECOND) known.from++
      known.most = Math.max(known.most, known.moments.length - known.from)
      if (known.from > MANY) {
        known.moments.splice(0, known.from)
        known.from = 0
      }
    },
    most: (key) => (key === undefined ? Math.max(0, ...values(all)) : (all.get(key)?.most ?? 0)),
  }
}

function* values(all: ReadonlyMap<string, Window>): Iterable<number> {
  let most = 0
  for (const window of all.values()) most = Math.max(most, window.most)
  yield most
}
