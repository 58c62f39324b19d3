import type { Person } from '../../core/people.ts'
import type { PersonId, Secrets } from '../../core/ports.ts'
import { type Called, personCalled, plainLetters, shownName } from '../../core/text/names.ts'
import type { KeptPulse } from '../documents.ts'
import { markOf, type Roles, unitOf } from './organisation-now.ts'

interface AudiencePorts {
  secrets: Secrets
  everyone(tenant: string): Promise<readonly Person[]>
  rolesOf(tenant: string): Promise<Roles>
}

type Block = Pick<KeptPulse, 'tenant' | 'units' | 'readers'> & Pick<Partial<KeptPulse>, 'lead' | 'together'>

/** Who is meant by a block, from the roster of today: outside it no object id is kept. */
export function audience({ secrets, everyone, rolesOf }: AudiencePorts) {
  const byMark = peopleByMark({ secrets, everyone })
  const { readersOf, everybodyIn, leadOf, answerersOf } = peopleOfBlock({ secrets, everyone, rolesOf })

  const holds = (people: readonly Person[], person: PersonId) => people.some(({ id }) => id === person)

  return {
    readersOf,
    answerersOf,
    everybodyIn,
    byMark,

    /** Those who are named when an answer is waited for. */
    async leadsOf(block: Block): Promise<Person[]> {
      const readers = await readersOf(block)
      const lead = leadOf(block, readers)
      return lead ? [lead] : readers
    },

    /** Those who may open the pulse: a team that manages itself reads together. */
    mayRead: async (block: Block, person: PersonId) =>
      holds(block.together ? await everybodyIn(block) : await readersOf(block), person),

    mayAnswer: async (block: Block, person: PersonId) => holds(await answerersOf(block), person),

    /** Whether an answer to the block reaches this person, with the quotes above it. */
    hears: async (block: Block, person: PersonId) => holds(await everybodyIn(block), person),

    /** Those who are told when no answer comes: they are over the person who owes it, and read nothing of the block. */
    async over(block: Block): Promise<PersonId[]> {
      const readers = await readersOf(block)
      const owing = leadOf(block, readers)
      const managers = (owing ? [owing] : readers).flatMap((one) => one.managers)
      return [...new Set(managers)].filter((id) => !holds(readers, id))
    },

    async named(tenant: string, mark: string): Promise<string | undefined> {
      const known = await byMark(tenant, mark)
      return known && shownName(known)
    },

    /** Whom somebody means by a name. */
    called: async (tenant: string, words: string): Promise<Called<Person>> =>
      personCalled(await everyone(tenant), words),

    /** Whose names begin like each of these words, by name: a few, whatever more there are. */
    async likely(tenant: string, words: string): Promise<Person[]> {
      const typed = partsIn(words)
      const begins = ({ name }: Person) => typed.every((word) => partsIn(name).some((part) => part.startsWith(word)))
      const found = typed.length > 0 ? (await everyone(tenant)).filter(begins) : []
      return found.toSorted((one, other) => one.name.localeCompare(other.name, 'nl')).slice(0, MOST_FOUND)
    },

    markOf: (tenant: string, person: PersonId) => markOf(secrets, tenant, person),
  }
}

/** As many as can be looked over at once. */
const MOST_FOUND = 8

const partsIn = (name: string): string[] =>
  plainLetters(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

export type Audience = ReturnType<typeof audience>

function peopleByMark({ secrets, everyone }: Pick<AudiencePorts, 'secrets' | 'everyone'>) {
  /** By mark, reckoned once for the same list of people. */
  const known = new WeakMap<readonly Person[], Map<string, Person>>()

  return async function byMark(tenant: string, mark: string): Promise<Person | undefined> {
    const all = await everyone(tenant)
    const marks = known.get(all) ?? new Map(all.map((one) => [markOf(secrets, tenant, one.id), one]))
    known.set(all, marks)
    return marks.get(mark)
  }
}

/** Who reads a block, who is in it, and whose turn it is to answer. */
function peopleOfBlock({ secrets, everyone, rolesOf }: AudiencePorts) {
  /** Those who read the block by name when its window opened, and still manage or stand in for somebody. */
  async function readersOf({ tenant, readers }: Block): Promise<Person[]> {
    const { deputies, noters } = await rolesOf(tenant)
    const standing = new Set([...deputies.values(), ...noters.values()])
    return (await everyone(tenant)).filter(
      ({ id, manages }) => (manages || standing.has(id)) && readers.includes(markOf(secrets, tenant, id)),
    )
  }

  /** Everybody in the block, readers too. */
  async function everybodyIn(block: Block): Promise<Person[]> {
    const readers = new Set((await readersOf(block)).map(({ id }) => id))
    return (await everyone(block.tenant)).filter((one) => block.units.includes(unitOf(one)) || readers.has(one.id))
  }

  const leadOf = (block: Block, readers: readonly Person[]) =>
    readers.find(({ id }) => markOf(secrets, block.tenant, id) === block.lead)

  /** Whose turn it is, with who stands in for them; when they are gone, any reader. */
  async function answerersOf(block: Block): Promise<Person[]> {
    const readers = await readersOf(block)
    const lead = leadOf(block, readers)
    if (!lead) return readers
    const deputy = (await rolesOf(block.tenant)).deputies.get(lead.id)
    return readers.filter(({ id }) => id === lead.id || id === deputy)
  }

  return { readersOf, everybodyIn, leadOf, answerersOf }
}
