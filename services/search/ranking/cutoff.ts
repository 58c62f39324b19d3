/** The score that the last of the best so many has. */
export interface Cutoff {
  meet(score: number): void
  /** Nothing is below it while fewer were met. */
  readonly value: number
}

/** Holds the best so many scores in a heap with the lowest on top: most that are met are lower, and that is seen at once. */
export function createCutoff(most: number): Cutoff {
  const best = new Float64Array(most)
  let met = 0

  /** A new lowest sinks to where nothing beneath is lower. */
  function sink(score: number): void {
    let at = 0
    for (let below = 1; below < most; below = 2 * at + 1) {
      if (below + 1 < most && (best[below + 1] as number) < (best[below] as number)) below += 1
      if ((best[below] as number) >= score) break
      best[at] = best[below] as number
      at = below
    }
    best[at] = score
  }

  return {
    // Scores are above 0, so that the places that are left are the lowest.
    meet(score) {
      met += 1
      if (most > 0 && score > (best[0] as number)) sink(score)
    },
    get value() {
      return met < most ? 0 : (best[0] ?? 0)
    },
  }
}
