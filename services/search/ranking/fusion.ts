import type { Match } from '../index/text-index.ts'

/** The usual value: being first in one list weighs as much as being second in it and far down in the other. */
const DAMPING = 60

/**
 * Lexical matches, best first, put in order by their place in both lists (reciprocal rank); the first then has the highest
 * score there was, and so on. Without a second list they stay as they are. What is near in meaning and shares no word is
 * left out, for no reason could be given in words.
 */
export function fused(matches: readonly Match[], near: readonly string[] = []): Match[] {
  const places = new Map(near.map((id, place) => [id, place]))
  const worth = (place: number | undefined) => (place === undefined ? 0 : 1 / (DAMPING + place + 1))
  return matches
    .map((match, place) => ({ match, worth: worth(place) + worth(places.get(match.id)) }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ match }, place) => ({ ...match, score: matches[place]?.score ?? match.score }))
}
