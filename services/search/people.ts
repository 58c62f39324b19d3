import type { Instant, Language, PersonId } from '../core/ports.ts'
import type { Analysis } from './analysis.ts'
import { WORTH } from './evidence.ts'
import { type Match, textIndex } from './text-index.ts'

/** Someone who may know, and why. */
export interface Candidate {
  person: PersonId
  /** Only to be compared with the other candidates of the same query. */
  score: number
  /** Part of the scores of all candidates together, 0 to 1. */
  share: number
  /** The word of the query they matched on most, as written. */
  word: string
  /** How many of their items matched on that word; 0 when the evidence is a role. */
  shared: number
  /** Of when the latest of those items is. */
  last: Instant
  /** Whether one of their items covers enough of the query, and it is clear who knows; otherwise it is a perhaps. */
  sure: boolean
  /** What of theirs speaks for them, the most telling first. */
  items: string[]
}

/** Someone whose job or unit is about the query; nothing they shared is. */
export type RoleCandidate = Omit<Candidate, 'last' | 'items'>

/** How many related items may vote: fewer lose people who shared often, more add noise. */
export const VOTERS = 100

/** Knowledge of two years ago counts half of last year's: people move on, and rules change. */
const HALF_LIFE_DAYS = 365
const DAY_MS = 86_400_000
const MOST_ROLES = 50

/**
 * How much of all that speaks for anybody the first must have, else every one of them is a perhaps. On three sets of
 * questions the first is right more often than not from here on; at half of this, one time in six.
 */
export const SURE_SHARE = 0.2

type Vote = Match & { weight: number }

/**
 * The people behind the matches, best first; equal scores in the order of their ids. Each match votes with its
 * score relative to the best one, squared, so that a few close matches outweigh many loose ones, and halved by
 * age. How much someone shared about other things plays no part.
 */
export function rankPeople(
  matches: Match[],
  peopleOf: (id: string) => PersonId[],
  { now, exclude }: { now: Instant; exclude: ReadonlySet<PersonId> },
): Candidate[] {
  const best = bestOf(matches)
  const votes = new Map<PersonId, Vote[]>()
  for (const match of matches) {
    const vote = { ...match, weight: WORTH[match.kind] * (match.score / best) ** 2 * freshness(match.at, now) }
    for (const person of new Set(peopleOf(match.id))) {
      if (!exclude.has(person)) votes.set(person, [...(votes.get(person) ?? []), vote])
    }
  }
  const ranked = inOrder([...votes].map(([person, cast]) => candidate(person, cast)))
  const isClear = (ranked[0]?.share ?? 0) >= SURE_SHARE
  return ranked.map((one) => ({ ...one, sure: one.sure && isClear }))
}

/** Weak evidence, for when nobody shared anything: people whose job or unit is about the query. */
export interface RoleIndex {
  /** Best first, as if the excluded were not there; equal scores in the order of their ids. */
  find(query: string, language: Language, exclude?: ReadonlySet<PersonId>): RoleCandidate[]
}

/** Reads once what everybody's job and unit are, each given as one text; what is the same for many is kept once. */
export function roleIndex(people: readonly { person: PersonId; text: string }[], analysis: Analysis): RoleIndex {
  const index = textIndex(analysis)
  for (const [text, holders] of Map.groupBy(people, ({ text }) => text))
    index.add(text, { text, language: 'nl', at: '', people: holders.map(({ person }) => person), kind: 'role' })

  return {
    find(question, language, exclude = new Set()) {
      const left = (text: string) => index.peopleOf(text).filter((person) => !exclude.has(person))
      const matches = index.find(question, language, MOST_ROLES, (text) => left(text).length > 0)
      const best = bestOf(matches)
      return inOrder(
        matches.flatMap(({ id, score, words: [word = ''] }) => {
          const weak = { score: WORTH.role * (score / best) ** 2, word, shared: 0, sure: false }
          return left(id).map((person) => ({ person, ...weak }))
        }),
      )
    },
  }
}

function bestOf(matches: Match[]): number {
  return Math.max(...matches.map(({ score }) => score))
}

function freshness(at: Instant, now: Instant): number {
  const days = Math.max(0, Date.parse(now) - Date.parse(at)) / DAY_MS
  return 0.5 ** (days / HALF_LIFE_DAYS)
}

function candidate(person: PersonId, votes: Vote[]): Omit<Candidate, 'share'> {
  const word = mainWord(votes)
  const dates = votes.filter(({ words }) => words.includes(word)).map(({ at }) => Date.parse(at))
  return {
    person,
    score: votes.reduce((sum, { weight }) => sum + weight, 0),
    word,
    shared: dates.length,
    last: new Date(Math.max(...dates)).toISOString(),
    sure: votes.some(({ enough }) => enough),
    items: votes.toSorted((a, b) => b.weight - a.weight).map(({ id }) => id),
  }
}

/** Each vote speaks for its most telling word alone; else common words, which come along with many, would win. */
function mainWord(votes: Vote[]): string {
  const weights = new Map<string, number>()
  let main = ''
  for (const vote of votes) {
    const [word = ''] = vote.words
    weights.set(word, (weights.get(word) ?? 0) + vote.weight)
  }
  for (const [word, weight] of weights) if (weight > (weights.get(main) ?? 0)) main = word
  return main
}

/** Adds the shares and sorts. */
function inOrder<T extends { person: PersonId; score: number }>(candidates: T[]): (T & { share: number })[] {
  const total = candidates.reduce((sum, { score }) => sum + score, 0)
  return candidates
    .map((one) => ({ ...one, share: one.score / total }))
    .sort((a, b) => b.score - a.score || (a.person < b.person ? -1 : 1))
}
