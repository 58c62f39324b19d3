/** One more than the highest state, and as good as endless. */
export const WHOLE = 2147483647

/** Whole numbers below a limit, always the same ones for a seed (Lehmer). */
export function wholeNumbers(seed: number): (below: number) => number {
  let state = (seed % (WHOLE - 1)) + 1
  return (below) => {
    state = (state * 48271) % WHOLE
    return Math.floor((state / WHOLE) * below)
  }
}
