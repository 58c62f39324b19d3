import { type Person, teamOf } from '../../core/people.ts'
import type { PersonId } from '../../core/ports.ts'
import type { Candidate, RoleCandidate } from '../../search/ranking/people.ts'
import type { Reason } from '../ask.ts'

/** Somebody who may know, with the reason and whether the evidence is thin. */
export interface Knower {
  person: Person
  reason: Reason
  maybe: boolean
  /** Part of all evidence there is about this question, 0 to 1: how much this one stands out. */
  share: number
  /** Not of the asker's own unit, while the question has yet to go further: choosing them by name takes it there. */
  outside?: boolean
  /** What they shared that speaks for them: to be read again before they are shown, for a word that it holds. */
  sighting: Sighting
}

/** Items of somebody, and the stems by which they have what was asked. */
export interface Sighting {
  stems: readonly string[]
  items: readonly string[]
}

/** Somebody who said that they know about this: the topic in their own words, and a score from 0 to 1. */
export interface DeclaredLike {
  person: PersonId
  topic: string
  score: number
}

/** What is known of who knows, by kind; each list best first, with its best at about 1. */
export interface EvidenceFound {
  shared: Candidate[]
  declared: DeclaredLike[]
  works: RoleCandidate[]
}

/**
 * What somebody showed weighs more than what they say, and that more than where they work. A loose match of words
 * is less than somebody's own word.
 */
const WEIGHT = { shown: 1, declared: 0.6, loose: 0.5, works: 0.25 }

/** Below this share of the first one nobody stands out. */
const STANDS_OUT = 0.1

interface Sign {
  person: PersonId
  score: number
  maybe: boolean
  sighting: Sighting
  reasonFor(person: Person): Reason
}

/**
 * Everybody with some evidence, best first: evidence of several kinds adds up, the strongest is the reason. A job is a
 * sign only where nobody showed or said anything. People who surely know come before people who may.
 */
export function ranked(byId: ReadonlyMap<PersonId, Person>, { shared, declared, works }: EvidenceFound): Knower[] {
  const known = [...shared.map(ofShared), ...declared.map(ofDeclared)]
  const signs = known.length > 0 ? known : works.map(ofWorks)
  const people = [...Map.groupBy(signs, ({ person }) => person)].flatMap(([id, own]) => {
    const person = byId.get(id)
    const [best] = own.sort((a, b) => b.score - a.score)
    if (!person || !best) return []
    const score = own.reduce((sum, sign) => sum + sign.score, 0)
    return [{ person, score, maybe: best.maybe, sighting: sightingOf(own), reason: best.reasonFor(person) }]
  })
  const total = people.reduce((sum, { score }) => sum + score, 0)
  return people
    .sort((a, b) => Number(a.maybe) - Number(b.maybe) || b.score - a.score || (a.person.id < b.person.id ? -1 : 1))
    .map(({ score, ...knower }) => ({ ...knower, share: score / total }))
}

/** Whether the bot may choose when the asker does not: not where it would ask somebody who only may know. */
export function isChosen(knowers: readonly Pick<Knower, 'maybe' | 'outside'>[]): boolean {
  const nearest = knowers.find(({ outside }) => !outside)
  return knowers.length === 0 || (nearest !== undefined && !nearest.maybe)
}

/** Whether nobody stands out among those who may know. */
export const isDoubtful = ([first]: Knower[]): boolean => first !== undefined && first.share < STANDS_OUT

export const NOTHING_SHARED: Sighting = { stems: [], items: [] }
const sightingOf = (own: readonly Sign[]) =>
  own.find(({ sighting }) => sighting.items.length > 0)?.sighting ?? NOTHING_SHARED

const ofShared = ({ person, score, sure, shared: count, word, last, stems, items }: Candidate): Sign => ({
  person,
  score: score * (sure ? WEIGHT.shown : WEIGHT.loose),
  maybe: !sure,
  sighting: { stems, items },
  reasonFor: () => ({ kind: 'shared', count, word, last }),
})

const ofDeclared = ({ person, score, topic }: DeclaredLike): Sign => ({
  person,
  score: score * WEIGHT.declared,
  maybe: false,
  sighting: NOTHING_SHARED,
  reasonFor: () => ({ kind: 'declared', topic }),
})

const ofWorks = ({ person, score }: RoleCandidate): Sign => ({
  person,
  score: score * WEIGHT.works,
  maybe: true,
  sighting: NOTHING_SHARED,
  reasonFor: (found) => ({ kind: 'works', team: teamOf(found), ...(found.jobTitle && { jobTitle: found.jobTitle }) }),
})
