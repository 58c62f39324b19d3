import { collections } from '../../bot/cli/store/collections.ts'
import { containerOf } from '../../services/adapters/cosmos/containers.ts'
import type { CollectionSpec, Doc } from '../../services/core/ports.ts'
import { collectionsOf } from '../store/world.ts'

/**
 * What infra/cosmos.bicep reads: the containers in which the contract can be tried, and those of the service. The two
 * of the Playground are among them: `store copy` opens them too, and by an Entra identity it can make none.
 */
export async function files(): Promise<Record<string, string>> {
  return {
    'containers.json': written(await collections()),
    'contract-tenant.json': written(collectionsOf('tenant')),
    'contract-person.json': written(collectionsOf('person')),
  }
}

const written = (specs: readonly CollectionSpec<Doc>[]) =>
  `${JSON.stringify(specs.map(containerOf).toSorted(byId), null, 2)}\n`

const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id)
