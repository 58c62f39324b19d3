import { listFrom } from '../../services/pulse/rules/block-size.ts'
import { Policy } from '../../services/pulse/schema.ts'
import { dice } from '../dice.ts'
import { OPEN, PRIORS, SHARES, surest } from './posterior.ts'
import { upTo } from './seen.ts'
import {
  ALL,
  MOST,
  type Opinions,
  sureOverTime,
  TWO_OF_THREE,
  topicOpinions,
  type Watched,
  wayOpinions,
} from './stable.ts'

const POLICY = Policy.parse({})
/** Shares of others, among whom somebody may be an exception. */
const COMMON = [0.1, 0.3, 0.5, 0.7, 0.9]
const HALF_YEAR = { within: 1, without: 1 }
const YEAR = { within: 2, without: 2 }

const both = (share: number) => [share, 1 - share]

/** The surest over blocks of these sizes; all take part and nobody is new, which tells most. */
const worst = (opinions: Opinions, sizes: readonly number[], towns: readonly Partial<Watched>[], rare?: number) =>
  Math.max(
    ...sizes.flatMap((people) =>
      towns.map((town) =>
        sureOverTime(opinions, { people, takingPart: 1, fresh: 0, shares: [], prior: [], ...HALF_YEAR, ...town }, rare),
      ),
    ),
  )

const likeOthers = PRIORS.map((share) => ({ shares: both(share), prior: both(share) }))
const exceptions = COMMON.flatMap((share) => PRIORS.map((prior) => ({ shares: both(share), prior: both(prior) })))
const ways = SHARES.map((shares) => ({ shares, prior: shares }))
const exceptionalWays = SHARES.flatMap((shares) => SHARES.map((prior) => ({ shares, prior })))

/** A42, A43: a leaver and a joiner, for whom sees every list. With opinions that never change these two look the same. */
export function overTime(isSmall = false) {
  const sizes = isSmall ? [18, 24, 28] : upTo(MOST, 18)
  const some = isSmall ? [18, 30] : upTo(MOST, 18).filter((people) => people % 3 === 0)
  const [topics, how] = [topicOpinions(TWO_OF_THREE), wayOpinions(TWO_OF_THREE)]
  const lazy = likeOthers.flatMap((one) => [0.8, 0.95].map((takingPart) => ({ ...one, takingPart })))
  return {
    topics: worst(topics, sizes, likeOthers),
    how: worst(how, sizes, ways),
    /** What may happen once in ten thousand million half years counts here too. */
    howEver: worst(how, some, ways, 1e-16),
    topicsException: worst(topics, sizes, exceptions),
    howException: worst(how, some, exceptionalWays, 1e-5),
    howExceptionRare: worst(how, some, exceptionalWays),
    topicsYear: worst(
      topics,
      sizes,
      likeOthers.map((one) => ({ ...one, ...YEAR })),
    ),
    topicsLess: worst(topics, [18, 28, 44], lazy),
    topicsFresh: worst(
      topics,
      sizes,
      likeOthers.map((one) => ({ ...one, fresh: 0.2 })),
    ),
    /** A55: no claim is made beyond these. */
    knownHalf: worst(
      topics,
      some,
      likeOthers.map((one) => ({ ...one, known: 0.5 })),
    ),
    knownMost: worst(
      topics,
      some,
      likeOthers.map((one) => ({ ...one, known: 0.8 })),
    ),
    controls: {
      /** As it was: every list of all who answered, and 95 % take part. */
      all: worst(
        topicOpinions(ALL),
        isSmall ? [18, 26] : some,
        likeOthers.map((one) => ({ ...one, takingPart: 0.95 })),
      ),
      allSure: worst(topicOpinions(ALL), sizes, likeOthers),
      oneDraw: oneDraw(sizes),
    },
  }
}

/**
 * The control in which one draw serves two lists: a word that changes when somebody left can then only be because that
 * person was drawn, and then it says what they said, as if nothing were drawn.
 */
const oneDraw = (sizes: readonly number[]) =>
  worst(
    topicOpinions(ALL),
    [...new Set(sizes.map(TWO_OF_THREE))].filter((drawn) => drawn > POLICY.k),
    likeOthers,
  )

/**
 * A44: three who agree keep silent; whether a list came says how many of the others answered. `known`: each one's habit is
 * known. `always`: some are known to answer always, of which no claim is made.
 */
export function knownOut(could = listFrom(POLICY)) {
  const others = could - 3
  const habits = [0.5, 0.6, 0.7, 0.8, 0.9, 0.99]
  const alike = habits.map((habit) => Array<number>(others - 1).fill(habit))
  const mixed = upTo(others - 1).flatMap((sure) =>
    [0.5, 0.6, 0.7, 0.8].map((habit) => [
      ...Array<number>(sure).fill(0.99),
      ...Array<number>(others - 1 - sure).fill(habit),
    ]),
  )
  const luck = dice(44)
  const known = Array.from({ length: 2000 }, () => upTo(others - 2).map(() => 0.5 + luck.next() * 0.49))
  return { alike: cameOrNot(alike), known: cameOrNot(known), always: cameOrNot(mixed) }
}

const LOT = 1 / 200

function cameOrNot(habits: readonly (readonly number[])[]) {
  const found = { came: 0, not: 0 }
  for (const others of habits)
    for (const prior of PRIORS.filter((one) => one <= OPEN)) {
      const counts = countsOf(others)
      const enough = (own: 0 | 1) =>
        counts.reduce((sum, chance, count) => sum + (count + own >= POLICY.k ? chance : 0), 0)
      const came = [enough(1) * (1 - LOT), enough(0) * (1 - LOT)] as const
      found.came = Math.max(found.came, surest(prior * came[0], (1 - prior) * came[1], prior))
      found.not = Math.max(found.not, surest(prior * (1 - came[0]), (1 - prior) * (1 - came[1]), prior))
    }
  return found
}

/** How many of these answer, each with their own chance. */
const countsOf = (chances: readonly number[]) =>
  chances.reduce<number[]>(
    (before, chance) => before.concat(0).map((one, count) => one * (1 - chance) + (before[count - 1] ?? 0) * chance),
    [1],
  )
