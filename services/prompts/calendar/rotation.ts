import type { Prompt } from '../schema.ts'

/** The opening question comes back after this many weeks. */
const OPENING_EVERY = 4

/**
 * Whose turn it is. `weeksSince` counts the weeks since this person's first question, from 0. The opening question
 * comes first and returns every fourth week; in the weeks between, each family comes by once before the second
 * questions of families do, and no question repeats until this person has had them all. Managers get theirs besides.
 * @throws {RangeError} when there is no question for this person
 */
export function promptFor<One extends Prompt>(prompts: readonly One[], weeksSince: number, isManager: boolean): One {
  const [opening, ...others] = prompts.filter(({ audience }) => isManager || audience === 'everyone')
  if (!opening) throw new RangeError('the library has no prompt for this person')
  if (weeksSince % OPENING_EVERY === 0) return opening
  const openings = Math.ceil(weeksSince / OPENING_EVERY)
  return familyByFamily(others)[(weeksSince - openings) % others.length] ?? opening
}

/** The first question of every family, then the second of every family that has one, and so on. */
function familyByFamily<One extends Prompt>(prompts: readonly One[]): One[] {
  const placeInFamily = (prompt: One) => prompts.filter(({ family }) => family === prompt.family).indexOf(prompt)
  return prompts.toSorted((one, other) => placeInFamily(one) - placeInFamily(other))
}
