import type { Person } from '../core/people.ts'
import type { PersonId, Secrets } from '../core/ports.ts'
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

  return {
    readersOf,

    isReader: async (block: Block, person: PersonId) => (await readersOf(block)).some(({ id }) => id === person),

    /** Everybody who stands in the block, readers too. */
    async everybodyIn(block: Block): Promise<Person[]> {
      const reads = isReader(block)
      return (await everyone(block.tenant)).filter((one) => block.units.includes(unitOf(one)) || reads(one))
    },

    /** Whoever is told when the readers do not answer: those over them, who read nothing of the block. */
    async over(block: Block): Promise<PersonId[]> {
      const readers = await readersOf(block)
      const own = new Set(readers.map(({ id }) => id))
      return [...new Set(readers.flatMap(({ managers }) => managers))].filter((id) => !own.has(id))
    },

    /** The name of whom a mark stands for; undefined for who left. */
    async named(tenant: string, mark: string): Promise<string | undefined> {
      return (await everyone(tenant)).find(({ id }) => markOf(secrets, tenant, id) === mark)?.name
    },

    markOf: (tenant: string, person: PersonId) => markOf(secrets, tenant, person),
  }
}

export type Audience = ReturnType<typeof audience>
