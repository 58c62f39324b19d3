import type { Policy } from '../schema.ts'
import { inThreeWords } from './block-size.ts'

/** How many did so, as said in a pulse: never a number. */
export type Word = 'minder dan de helft' | 'de helft of meer' | 'weinig' | 'ongeveer de helft' | 'de meesten'

/** In tenths: from here it is about half, and over there it is most. */
const EDGES = { half: 4, most: 6 }

/**
 * R6: words instead of numbers, the coarser the fewer people there are.
 * @param people who can count in the block, whether or not they answered
 * @returns undefined when the base is below k
 */
export function wordFor(policy: Policy, count: number, base: number, people: number): Word | undefined {
  if (base < policy.k) return undefined
  if (!inThreeWords(base, people)) return count * 2 < base ? 'minder dan de helft' : 'de helft of meer'
  if (count * 10 < base * EDGES.half) return 'weinig'
  return count * 10 <= base * EDGES.most ? 'ongeveer de helft' : 'de meesten'
}
