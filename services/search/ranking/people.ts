import type { Instant, Language, PersonId } from '../../core/ports.ts'
import type { Analysis } from '../analysis/analysis.ts'
import { ABOUT, isOnTopic, type Match, PERHAPS_ABOUT, textIndex } from '../index/text-index.ts'
import { WORTH } from './evidence.ts'

/** Someone who may know, and why. */
export interface Candidate {
  person: PersonId
  /** Only to be compared with the other candidates of the same query. */
  score: number
  /** Part of the scores of all candidates together, 0 to 1. */
  share: number
  /** The word of the query they matched on most, as written. Their items may have it otherwise. */
  word: string
  /** The stems by which their items have words of the query, the most telling first. */
  stems: string[]
  /** How many of their items matched by that; 0 when the evidence is a role. */
  shared: number
  /** Of when the latest of those items is. */
  last: Instant
  /** Whether one of their items covers so much of the query that they may be named at all. */
  shows: boolean
  /** Whether one of their items covers enough of the query, and it is clear who knows; otherwise it is a perhaps. */
  sure: boolean
  /** What of theirs speaks for them, first what has the word. */
  items: string[]
}

/** Someone whose job or unit is about the query; nothing they shared is. */
export type RoleCandidate = Omit<Candidate, 'last' | 'items' | 'stems' | 'shows'>

/** How many related items may vote: fewer lose people who shared often, more add noise. */
export const VOTERS = 100

/** Knowledge of two years ago counts half of last year's: people move on, and rules change. */
const HALF_LIFE_DAYS = 365
const DAY_MS = 86_400_000
/** Part of the best score, and of all jobs. */
const ABOUT_AS_WELL = 0.5
const COMMON = 0.75
const MOST_ROLES = 50

/**
 * How much of all that speaks for anybody the first must have, else every one of them is a perhaps. On three sets of
 * questions the first is right more often than not from here on; at half of this, one time in six.
 */
export const SURE_SHARE = 0.2

/** Of a question something of theirs must cover this much: one loose word is no sign that somebody knows. */
const SHOWS = PERHAPS_ABOUT / 2

/** A match, and what it weighs for the person behind it. */
type Vote = { match: Match; weight: number }

/**
 * The people behind the matches, best first, at most so many; equal scores in the order of their ids. Each match votes
 * with its score relative to the best one, squared, so that a few close matches outweigh many loose ones, and halved by
 * age. How much someone shared about other things plays no part.
 */
export function rankPeople(
  matches: Match[],
  peopleOf: (id: string) => PersonId[],
  { now, exclude, most }: { now: Instant; exclude: ReadonlySet<PersonId>; most?: number },
): Candidate[] {
  const best = bestOf(matches)
  const present = Date.parse(now)
  const votes = new Map<PersonId, Vote[]>()
  for (const match of matches) {
    const age = present - Date.parse(match.at)
    const vote = { match, weight: WORTH[match.kind] * (match.score / best) ** 2 * freshness(age) }
    for (const person of onceEach(peopleOf(match.id))) {
      if (exclude.has(person)) continue
      const cast = votes.get(person)
      if (cast) cast.push(vote)
      else votes.set(person, [vote])
    }
  }
  const scored = [...votes].map(([person, cast]) => ({ person, cast, score: sumOf(cast) }))
  // Who comes first; then, for those alone, why.
  const ranked = inOrder(scored).slice(0, most)
  const isClear = (ranked[0]?.share ?? 0) >= SURE_SHARE
  return ranked.map(({ person, cast, score, share }) => ({ person, score, share, ...reasonOf(cast, isClear) }))
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

  /** A long question says little of a job: one of its words will do, but not one that is in nearly all jobs. */
  function oneWord(question: string, language: Language): Match[] {
    const all = index.related(question, language, index.size).filter(isExact)
    const byWord = Map.groupBy(all, ({ words: [word = ''] }) => word)
    const telling = all.filter(({ words: [word = ''] }) => (byWord.get(word)?.length ?? 0) <= index.size * COMMON)
    return telling.filter(({ score }) => score >= ABOUT_AS_WELL * bestOf(telling)).slice(0, MOST_ROLES)
  }

  return {
    find(question, language, exclude = new Set()) {
      const left = (text: string) => index.peopleOf(text).filter((person) => !exclude.has(person))
      const isLeft = (text: string) => left(text).length > 0
      const about = index.find(question, language, MOST_ROLES, isLeft).filter(isExact)
      const matches = about.length > 0 ? about : oneWord(question, language).filter(({ id }) => isLeft(id))
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

/** Of a job a word that only looks like the one of the question, or is half of it, says nothing. */
const isExact = (match: Match) => match.held > 0 && isOnTopic(match)

function bestOf(matches: Match[]): number {
  return Math.max(...matches.map(({ score }) => score))
}

function freshness(age: number): number {
  return 0.5 ** (Math.max(0, age) / DAY_MS / HALF_LIFE_DAYS)
}

const onceEach = (people: PersonId[]): Iterable<PersonId> => (people.length > 1 ? new Set(people) : people)

const sumOf = (votes: readonly Vote[]) => votes.reduce((sum, { weight }) => sum + weight, 0)

function reasonOf(votes: Vote[], isClear: boolean): Omit<Candidate, 'person' | 'score' | 'share'> {
  const stems = stemsOf(votes)
  const [stem = ''] = stems
  const has = ({ match }: Vote) => match.stems.includes(stem)
  const telling = votes.filter(has).toSorted((a, b) => b.weight - a.weight)
  const others = votes.filter((vote) => !has(vote)).toSorted((a, b) => b.weight - a.weight)
  const [first] = telling
  return {
    stems,
    word: first?.match.words[first.match.stems.indexOf(stem)] ?? '',
    shared: telling.length,
    last: telling.reduce((last, { match: { at } }) => (at > last ? at : last), ''),
    shows: votes.some(({ match }) => match.share >= SHOWS && isOnTopic(match)),
    sure: isClear && votes.some(({ match }) => match.share >= ABOUT),
    items: [...telling, ...others].map(({ match }) => match.id),
  }
}

/** Each vote speaks for its most telling word alone; else common words, which come along with many, would win. */
function stemsOf(votes: Vote[]): string[] {
  const weights = new Map<string, number>()
  for (const { match, weight } of votes) {
    const [stem = ''] = match.stems
    weights.set(stem, (weights.get(stem) ?? 0) + weight)
  }
  return [...weights].sort(([, one], [, other]) => other - one).map(([stem]) => stem)
}

/** Adds the shares and sorts. */
function inOrder<T extends { person: PersonId; score: number }>(candidates: T[]): (T & { share: number })[] {
  const total = candidates.reduce((sum, { score }) => sum + score, 0)
  return candidates
    .map((one) => ({ ...one, share: one.score / total }))
    .sort((a, b) => b.score - a.score || (a.person < b.person ? -1 : 1))
}
