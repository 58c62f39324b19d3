import type { Person } from '../core/people.ts'
import type { PersonId, Secrets } from '../core/ports.ts'
import { type Called, called } from './called.ts'
import type { KeptPulse } from './kept.ts'
import { markOf, unitOf } from './place.ts'

interface AudiencePorts {
  secrets: Secrets
  everyone(tenant: string): Promise<readonly Person[]>
}

type Block = Pick<KeptPulse, 'tenant' | 'units' | 'readers'>

/** Who is meant by a block, from the roster of today: outside it no object id is kept. */
export function audience({ secrets, everyone }: AudiencePorts) {
  const isReader =
    ({ tenant, readers }: Block) =>
    ({ id, manages }: Pick<Person, 'id' | 'manages'>) =>
      manages && readers.includes(markOf(secrets, tenant, id))

  const readersOf = async (block: Block) => (await everyone(block.tenant)).filter(isReader(block))

  /** Everybody who stands in the block, readers too. */
  async function everybodyIn(block: Block): Promise<Person[]> {
    const reads = isReader(block)
    return (await everyone(block.tenant)).filter((one) => block.units.includes(unitOf(one)) || reads(one))
  }

  const byMark = async (tenant: string, mark: string) =>
    (await everyone(tenant)).find(({ id }) => markOf(secrets, tenant, id) === mark)

  return {
    readersOf,

    isReader: async (block: Block, person: PersonId) => (await readersOf(block)).some(({ id }) => id === person),

    everybodyIn,

    /** Whether an answer to the block reaches this person, with the quotes above it. */
    hears: async (block: Block, person: PersonId) => (await everybodyIn(block)).some(({ id }) => id === person),

    /** Whoever is told when the readers do not answer: those over them, who read nothing of the block. */
    async over(block: Block): Promise<PersonId[]> {
      const readers = await readersOf(block)
      const own = new Set(readers.map(({ id }) => id))
      return [...new Set(readers.flatMap(({ managers }) => managers))].filter((id) => !own.has(id))
    },

    /** Whom a mark stands for; undefined for who left. */
    byMark,

    named: async (tenant: string, mark: string): Promise<string | undefined> => (await byMark(tenant, mark))?.name,

    /** Whom somebody means by a name. */
    called: async (tenant: string, words: string): Promise<Called> => called(await everyone(tenant), words),

    markOf: (tenant: string, person: PersonId) => markOf(secrets, tenant, person),
  }
}

export type Audience = ReturnType<typeof audience>
