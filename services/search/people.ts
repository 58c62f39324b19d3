import type { Instant, Language, PersonId } from '../core/ports.ts'
import { type Hit, ranked, termsOf } from './bm25.ts'
import { createPostings, type Postings } from './postings.ts'
import type { Match } from './text-index.ts'

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
  /** Whether one of their items covers enough of the query; otherwise it is a perhaps. */
  sure: boolean
}

/** Someone whose job or unit is about the query; nothing they shared is. */
export type RoleCandidate = Omit<Candidate, 'last'>

/** How many related items may vote: fewer lose people who shared often, more add noise. */
export const VOTERS = 100

/** Knowledge of two years ago counts half of last year's: people move on, and rules change. */
const HALF_LIFE_DAYS = 365
const DAY_MS = 86_400_000

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
    const vote = { ...match, weight: (match.score / best) ** 2 * freshness(match.at, now) }
    for (const person of new Set(peopleOf(match.id))) {
      if (!exclude.has(person)) votes.set(person, [...(votes.get(person) ?? []), vote])
    }
  }
  return inOrder([...votes].map(([person, cast]) => candidate(person, cast)))
}

/** Weak evidence, for when nobody shared anything: people whose job or unit is about the query. */
export interface RoleIndex {
  /** Best first, as if the excluded were not there; equal scores in the order of their ids. */
  find(query: string, language: Language, exclude?: ReadonlySet<PersonId>): RoleCandidate[]
}

/** Reads once what everybody's job and unit are, each given as one text; what is the same for many is kept once. */
export function roleIndex(people: readonly { person: PersonId; text: string }[]): RoleIndex {
  const textOf = new Map(people.map(({ person, text }) => [person, text]))
  const holders = Map.groupBy([...textOf.keys()], (person) => textOf.get(person) ?? '')
  const read = new Map<Language, Postings>()

  function rolesIn(language: Language): Postings {
    const roles = read.get(language) ?? createPostings()
    if (!read.has(language)) for (const text of holders.keys()) roles.add(text, termsOf(text, language))
    read.set(language, roles)
    return roles
  }

  return {
    find(query, language, exclude = new Set()) {
      const left = (text: string) => (holders.get(text) ?? []).filter((person) => !exclude.has(person))
      const texts = new Set([...exclude].flatMap((person) => textOf.get(person) ?? []))
      const roles = without(rolesIn(language), new Set([...texts].filter((text) => left(text).length === 0)))
      const matches = [...ranked(roles, query, language)].filter(({ enough }) => enough)
      const best = bestOf(matches)
      return inOrder(
        matches.flatMap(({ id, score, words: [word = ''] }) => {
          const weak = { score: (score / best) ** 2, word, shared: 0, sure: false }
          return left(id).map((person) => ({ person, ...weak }))
        }),
      )
    },
  }
}

const without = (roles: Postings, gone: ReadonlySet<string>): Postings => ({
  ...roles,
  size: roles.size - gone.size,
  holders: (term) => new Map([...roles.holders(term)].filter(([id]) => !gone.has(id))),
})

function bestOf(matches: Hit[]): number {
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
