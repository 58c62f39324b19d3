import { analysis } from '../../bot/texts.ts'
import { sqliteStore } from '../../services/adapters/sqlite/store.ts'
import { type Person, placed } from '../../services/core/people.ts'
import type { PersonId, Store } from '../../services/core/ports.ts'
import { instant, later } from '../../services/core/time.ts'
import { type Knowledge, knowledge } from '../../services/knowledge/knowledge.ts'
import { SUBJECTS } from '../subjects.ts'
import type { Chance } from './chance.ts'

export const TENANT = 'gemeente'
/** A Monday, nine o'clock in Amsterdam. */
export const BEGIN = new Date('2026-08-31T07:00:00.000Z')

const TEAM_SIZE = 16
const TEAMS_PER_DEPARTMENT = 6
const SHARES = 3
const MINUTE_MS = 60_000
/** A municipality of which the truth is known: who knows what, and what they showed of it. */
export interface Town {
  everyone: Person[]
  topics: string[]
  /** Who really knows something of a topic. */
  knows(person: PersonId, topic: string): boolean
  /** How many questions a week somebody takes. */
  limitOf(person: PersonId): number
  bank: Knowledge
  clock: { now(): Date }
  at: { now: Date }
  store: Store
}

/** Few know much: the n-th most knowing shared about one n-th as often as the first. */
export async function buildTown(size: number, chance: Chance): Promise<Town> {
  const at = { now: BEGIN }
  const clock = { now: () => at.now }
  let ids = 0
  const random = { id: () => `etag-${++ids}` }
  const store = sqliteStore({ path: ':memory:', clock, random })
  const bank = knowledge({ store, clock, random, analysis })
  const everyone = hire(size)
  const truth = new Set<string>()
  const order = chance.shuffled(everyone.map(({ id }) => id))
  for (let share = 0; share < size * SHARES; share++) {
    const author = order[chance.skewed(order.length)] ?? ''
    const topic = SUBJECTS[chance.skewed(SUBJECTS.length)] ?? ''
    truth.add(`${author} ${topic}`)
    at.now = later(BEGIN, (share - size * SHARES) * MINUTE_MS)
    const written = instant(later(BEGIN, -chance.below(300) * 86_400_000))
    const item = { tenant: TENANT, id: `item-${share}`, kind: 'moment' as const, author, language: 'nl' as const }
    await bank.share(
      { ...item, text: `Bij ${topic} helpt het om eerst te bellen, nummer ${share}.`, at: written },
      true,
    )
  }
  at.now = BEGIN
  const limits = new Map(everyone.map(({ id }) => [id, chance.pick([0, 1, 1, 1, 1, 1, 1, 1, 2, 3])]))
  const knows = (person: PersonId, topic: string) => truth.has(`${person} ${topic}`)
  return { everyone, topics: SUBJECTS, knows, limitOf: (person) => limits.get(person) ?? 1, bank, clock, at, store }
}

function hire(size: number): Person[] {
  const people = Array.from({ length: size }, (_, place) => {
    const team = Math.floor(place / TEAM_SIZE)
    const department = Math.floor(team / TEAMS_PER_DEPARTMENT)
    const isManager = place % TEAM_SIZE === 0
    const managers = isManager ? (place === 0 ? [] : ['p0']) : [`p${team * TEAM_SIZE}`]
    return {
      tenant: TENANT,
      id: `p${place}`,
      name: `Persoon ${place}`,
      email: `p${place}@voorbeeldstad.example`,
      unit: ['Gemeente', `Afdeling ${department}`, `Team ${team}`],
      managers,
      roles: place % 50 === 7 ? (['hr'] as const) : [],
      since: '2026-W01',
    }
  })
  return placed(people.map((person) => ({ ...person, roles: [...person.roles] })))
}
