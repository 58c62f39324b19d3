import { drawnOf, topicNeeds } from '../../services/pulse/rules/block-size.ts'
import { waysTold } from '../../services/pulse/rules/figures.ts'
import { Policy } from '../../services/pulse/schema.ts'
import { hypergeometric } from './chances.ts'
import { binomial, surest } from './posterior.ts'
import { upTo } from './seen.ts'

const POLICY = Policy.parse({})
/** One list in so many does not come, by lot. */
const LOT = 1 / 200
/** The largest block that is attacked. */
export const MOST = 48

/** How many of the answers a list is made of: two of three, or, in a control, all of them. */
export type Draw = (answers: number) => number
export const TWO_OF_THREE: Draw = (answers) => drawnOf(POLICY, answers)
export const ALL: Draw = (answers) => answers

/** People whose opinion never changes: each has one of these kinds, in these shares. */
export interface Opinions {
  /** With what chance each outcome is seen, when so many of each kind answered. The last outcome is that no list came. */
  seen(answered: readonly number[]): readonly number[]
  kinds: number
}

/** Those who named a topic, and those who did not: it is shown, is not shown, or no list came. */
export function topicOpinions(draw: Draw): Opinions {
  return {
    kinds: 2,
    seen: remembering(([having = 0, others = 0]) => {
      const answers = having + others
      if (answers < POLICY.k) return [0, 0, 1]
      const drawn = Math.min(answers, draw(answers))
      const needed = topicNeeds(POLICY, drawn)
      const shown = upTo(drawn - needed, needed).reduce(
        (sum, count) => sum + hypergeometric(answers, having, drawn, count),
        0,
      )
      return [shown * (1 - LOT), (1 - shown) * (1 - LOT), LOT]
    }),
  }
}

/** The three ways of learning: each set of words that may be told, and last that no list came. */
export function wayOpinions(draw: Draw): Opinions {
  const told = new Map<string, number>()
  const words = new Map<string, number>()
  const outcomeOf = (counts: readonly number[]) => {
    const key = counts.join()
    const known = words.get(key)
    if (known !== undefined) return known
    // Of so many drawn at least so many could have answered, and more: three words are never held back by that.
    const said = waysTold(POLICY, counts, MOST).join()
    const outcome = told.get(said) ?? told.size
    told.set(said, outcome)
    words.set(key, outcome)
    return outcome
  }
  return {
    kinds: 3,
    seen: remembering(([one = 0, two = 0, three = 0]) => {
      const answers = one + two + three
      const chances = new Array<number>(WORDS + 1).fill(0)
      if (answers < POLICY.k) return chances.with(WORDS, 1)
      const drawn = Math.min(answers, draw(answers))
      for (let first = Math.max(0, drawn - two - three); first <= Math.min(one, drawn); first++) {
        const chance = hypergeometric(answers, one, drawn, first)
        const left = drawn - first
        for (let second = Math.max(0, left - three); second <= Math.min(two, left); second++) {
          const outcome = outcomeOf([first, second, left - second])
          const both = chance * (left > 0 ? hypergeometric(two + three, two, left, second) : 1)
          chances[outcome] = (chances[outcome] ?? 0) + both * (1 - LOT)
        }
      }
      chances[WORDS] = LOT
      return chances
    }),
  }
}

/** More sets of words than these cannot be told. */
const WORDS = 15

function remembering(seen: (answered: readonly number[]) => readonly number[]) {
  const known = new Map<number, readonly number[]>()
  return (answered: readonly number[]) => {
    const key = answered.reduce((sum, count) => sum * 64 + count, 0)
    const found = known.get(key) ?? seen(answered)
    known.set(key, found)
    return found
  }
}

/** A block under attack, over so many lists of each kind. */
export interface Watched {
  people: number
  /** With what chance somebody answers in the period of a list. */
  takingPart: number
  /** Which part of the others is another one in each list. */
  fresh: number
  /** Of which part of the others the attacker knows the answer. */
  known?: number
  /** In what shares the others have each kind. */
  shares: readonly number[]
  /** With what chance the target has each kind, as the attacker believes before. */
  prior: readonly number[]
  /** How many lists the target is in, and how many they are not in. */
  within: number
  without: number
}

/**
 * How sure an attacker becomes of one person who left, or came: who sees every list, knows the rules, the shares and the
 * habits of the block, and when that person was in it. The surest over all that may be seen, exactly; that somebody left is
 * not told apart from that somebody came, for opinions are stable.
 */
export function sureOverTime(opinions: Opinions, watched: Watched, rare = RARE): number {
  const { people, fresh, shares, within, without, known = 0 } = watched
  const news = Math.round((people - 1) * fresh)
  const told = Math.round((people - 1) * known)
  const certain = shares.map((share) => Math.round(share * told))
  const stable = divisions(people - 1 - news - told, shares).map(({ counts, chance }) => ({
    counts: plus(counts, certain),
    chance,
  }))
  const added = divisions(news, shares)
  const listsOf = (own: number | undefined) =>
    stable.map(({ counts }) =>
      mixed(
        added.map((one) => ({ ...one, counts: plus(one.counts, counts) })),
        opinions,
        watched,
        own,
      ),
    )
  const inside = upTo(opinions.kinds - 1).map((kind) => sequences(listsOf(kind), within))
  const outside = sequences(listsOf(undefined), without)
  const chances = stable.map(({ chance }) => chance)
  let worst = 0
  for (const [at, seen] of (inside[0]?.[0] ?? []).entries())
    for (const after of (outside[0] ?? []).keys()) {
      if (seen === undefined) continue
      const weights = inside.map((kind, own) => {
        const each = chances.map((chance, place) => chance * (kind[place]?.[at] ?? 0) * (outside[place]?.[after] ?? 0))
        return (watched.prior[own] ?? 0) * each.reduce((sum, one) => sum + one, 0)
      })
      const all = weights.reduce((sum, one) => sum + one, 0)
      if (all < rare) continue
      for (const [own, weight] of weights.entries())
        worst = Math.max(worst, surest(weight, all - weight, watched.prior[own] ?? 0))
    }
  return worst
}

/** What is seen less often than once in a million half years is not counted. */
const RARE = 1e-6
const NEVER = 1e-18

const plus = (one: readonly number[], other: readonly number[]) => one.map((count, at) => count + (other[at] ?? 0))

/** What is seen of one list, when the others are so divided, and the target is of this kind, or is not there. */
function mixed(
  added: readonly Division[],
  { seen }: Opinions,
  { takingPart }: Watched,
  own: number | undefined,
): readonly number[] {
  const total: number[] = []
  for (const { counts, chance } of added)
    for (const answered of thinned(counts, takingPart)) {
      const all = own === undefined ? answered.counts : answered.counts.with(own, (answered.counts[own] ?? 0) + 1)
      for (const [outcome, one] of seen(all).entries())
        total[outcome] = (total[outcome] ?? 0) + one * chance * answered.chance
    }
  return total
}

/** Every order of so many outcomes, with its chance: lists are drawn anew, so that each is by itself. */
const sequences = (lists: readonly (readonly number[])[], count: number): number[][] =>
  lists.map((outcomes) =>
    Array.from({ length: count - 1 }).reduce<number[]>(
      (before) => before.flatMap((one) => outcomes.map((next) => one * next)),
      [...outcomes],
    ),
  )

interface Division {
  counts: readonly number[]
  chance: number
}

/** Every way in which so many people may be of these kinds. */
function divisions(people: number, [first = 0, ...others]: readonly number[]): Division[] {
  if (others.length === 0) return [{ counts: [people], chance: 1 }]
  const left = others.reduce((sum, share) => sum + share, 0)
  return binomial(people, first).flatMap((chance, count) =>
    divisions(
      people - count,
      others.map((share) => share / left),
    ).map((rest) => ({
      counts: [count, ...rest.counts],
      chance: chance * rest.chance,
    })),
  )
}

/** Of whom each answers with this chance. */
function thinned(counts: readonly number[], takingPart: number): Division[] {
  if (takingPart === 1) return [{ counts, chance: 1 }]
  const [first = 0, ...others] = counts
  const rest = others.length > 0 ? thinned(others, takingPart) : [{ counts: [], chance: 1 }]
  return binomial(first, takingPart).flatMap((chance, count) =>
    chance < NEVER ? [] : rest.map((one) => ({ counts: [count, ...one.counts], chance: chance * one.chance })),
  )
}
