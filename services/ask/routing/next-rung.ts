/** How far a question goes. Every step further is the asker's own choice. */
export type Rung = 'unit' | 'municipality' | 'network'

/** In this order. Which of them can be reached is for the house to say: see `reachable` in candidates. */
const LADDER: readonly Rung[] = ['unit', 'municipality', 'network']

/** The next step from here, if there is one that can be reached. */
export const further = (from: Rung, reachable: readonly Rung[]): Rung | undefined =>
  LADDER.slice(LADDER.indexOf(from) + 1).find((rung) => reachable.includes(rung))
