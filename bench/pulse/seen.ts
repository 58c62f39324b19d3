import type { PersonId } from '../../services/core/ports.ts'

/** What an attacker takes from something that came out, or did not, who knows all the rules. */
export interface Presence {
  window: string
  /** The block, or the unit, that it is about. */
  place: string
  /** Who could have it: all who could take part, or for a tick all who answered that item. */
  people: readonly PersonId[]
  /** With what chance this is seen when so many of them have it, from none on: lots may lie in between. */
  chances: readonly number[]
  /** Stands for these chances, so that the same case is reckoned once. */
  rule: string
  /** Who has it. An attacker knows it of the own coalition alone. */
  truth: ReadonlySet<PersonId>
  /** With what chance somebody has it, as everybody knows. */
  prior: number
}

/** What an attacker takes from one figure, who knows of everybody whether they answered that item. */
export interface Seen extends Presence {
  item: string
}

/** What an attacker takes from the words about learning together: everybody has one of three ways. */
export interface SeenWays {
  people: readonly PersonId[]
  /** Who has the first, the second, the third. */
  truth: readonly ReadonlySet<PersonId>[]
  shares: readonly number[]
  /** So many of the people were drawn, by a lot that nobody knows. */
  drawn: number
  shown: string
  /** What would be seen of these counts of who was drawn: the same for all that cannot be told apart. */
  looksLike(counts: readonly number[]): string
  /** Stands for that function, so that the same case is reckoned once. */
  rule: string
}

/** All that one publisher gives away of a town. */
export interface Taken {
  seen: Seen[]
  ways: SeenWays[]
  presence: Presence[]
}

/** All numbers from `least` to `most`, both inclusive. */
export const upTo = (most: number, least = 0): number[] =>
  Array.from({ length: Math.max(0, most - least + 1) }, (_, at) => least + at)

/** Exactly these counts look like what is seen. */
export const onlyOf = (people: number, possible: readonly number[]): number[] =>
  upTo(people).map((count) => Number(possible.includes(count)))
