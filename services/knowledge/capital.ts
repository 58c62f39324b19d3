import type { Instant, Language, PersonId } from '../core/ports.ts'
import type { Analysis } from '../search/analysis/analysis.ts'
import { roleIndex } from '../search/ranking/people.ts'

/** Something that somebody said they know about. */
export interface Said {
  person: PersonId
  words: string
  language: Language
  at: Instant
}

/** A topic on the map, and how many people want to help with it, in words. Never who. */
export interface MapTopic {
  topic: string
  language: Language
  helpers: 'one' | 'few' | 'many'
}

/** The map as everybody reads it, and beside it what nobody knows. */
export interface Capital {
  /** With how many answers are about each. */
  topics(tenant: string): Promise<{ topic: string; helpers: MapTopic['helpers']; answers: number }[]>
  /** What several asked about and nobody shared anything about. */
  asked(tenant: string, language: Language): Promise<string[]>
}

export interface MapPorts {
  /** What was said later than this is not on the map yet. */
  before: Instant
  analysis: Analysis
  /** Whether words point at nobody: no name, nothing about oneself, no word that few people use. */
  isPlain(words: string): boolean
  /** Jobs and teams that fewer than five people have: their name is as good as a name. */
  rareRoles: readonly string[]
}

/** With fewer people on the map, whatever is on it would be of one of a handful. */
const LEAST_PEOPLE = 5
/** From so many on, people are "many". */
const MANY = 5
/** More is no map. */
const MOST = 200

/**
 * R14: the topics that people named themselves, without who. A topic by which somebody could be recognised is left out:
 * when in doubt it is not there. A person on it can still be asked, which is what they named it for.
 */
export function mapOf(said: readonly Said[], ports: MapPorts): MapTopic[] {
  const settled = said.filter(({ at }) => at < ports.before)
  if (new Set(settled.map(({ person }) => person)).size < LEAST_PEOPLE) return []
  const stemsOf = ({ words, language }: Pick<Said, 'words' | 'language'>) =>
    new Set(ports.analysis.termsOf(words, language).map(({ term }) => term))
  const isRole = rolesIn(ports.rareRoles.map((words) => stemsOf({ words, language: 'nl' })))
  const helping = roleIndex(
    settled.map(({ person, words: text }) => ({ person, text })),
    ports.analysis,
  )
  return [...Map.groupBy(settled, (one) => [...stemsOf(one)].sort().join(' '))]
    .flatMap(([stems, same]) => {
      const told = stems && !isRole(new Set(stems.split(' '))) && same.filter(({ words }) => ports.isPlain(words))
      return told ? told.sort(shortest).slice(0, 1) : []
    })
    .sort((one, other) => one.words.localeCompare(other.words, 'nl'))
    .slice(0, MOST)
    .map(({ words, language }) => ({
      topic: words,
      language,
      // As many as a person who asks about it would be shown.
      helpers: inWords(new Set(helping.find(words, language).map(({ person }) => person)).size),
    }))
}

const shortest = (one: Said, other: Said) => one.words.length - other.words.length || (one.words < other.words ? -1 : 1)

const inWords = (people: number) => (people >= MANY ? 'many' : people > 1 ? 'few' : 'one')

/** Whether a topic says as much as such a role does: all of it, or nothing else. */
function rolesIn(roles: readonly ReadonlySet<string>[]) {
  const byStem = Map.groupBy(
    roles.flatMap((role) => [...role].map((stem) => ({ stem, role }))),
    ({ stem }) => stem,
  )
  return (topic: ReadonlySet<string>) =>
    [...topic].some((stem) =>
      (byStem.get(stem) ?? []).some(({ role }) => isWithin(topic, role) || isWithin(role, topic)),
    )
}

const isWithin = (some: ReadonlySet<string>, all: ReadonlySet<string>) => [...some].every((one) => all.has(one))
