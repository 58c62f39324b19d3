declare const exactly: unique symbol
declare const ofAll: unique symbol

/**
 * A number that no person chose: how many stand on the roster, are planned for, are refused by the policy of Teams, or
 * failed. What operators, HR, managers and the council are told of people in numbers is of this type, or does not compile.
 */
export type Exact = number & { readonly [exactly]: true }

/** Says that no person chose this number: not by answering, putting off, skipping, pausing, stopping, blocking or leaving. */
export const exact = (count: number): Exact => count as Exact

/** How many people did something: of everybody together, in one of three words. */
export type HowMany = HowManyWord & { readonly [ofAll]: true }
export type HowManyWord = 'few' | 'half' | 'most'

/** Of fewer people nothing is said. */
const FEWEST = 50
const EDGES = { few: 0.4, most: 0.6 }

/**
 * The one way to say what people did. `of` are all who are counted in the municipality: never a unit, a sample or a list
 * that somebody made. Undefined when they are too few.
 */
export function howManyOf(did: number, of: number): HowMany | undefined {
  if (of < FEWEST) return undefined
  const share = did / of
  return (share < EDGES.few ? 'few' : share > EDGES.most ? 'most' : 'half') as HowMany
}
