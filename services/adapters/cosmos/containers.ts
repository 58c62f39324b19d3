import { type ContainerDefinition, PartitionKeyDefinitionVersion, PartitionKeyKind } from '@azure/cosmos'
import type { CollectionSpec, Doc } from '../../core/ports.ts'

/** Time to live is on, and each document says for itself when its life ends. */
const EACH_FOR_ITSELF = -1

type Definition = ContainerDefinition & Required<Pick<ContainerDefinition, 'id' | 'partitionKey' | 'indexingPolicy'>>

/** The container of a collection: tenant first, then the person where a person is the owner, and no index undeclared. */
export function containerOf<T extends Doc>({
  name,
  owner,
  indexes,
}: Omit<CollectionSpec<T>, 'indexes'> & {
  indexes: Record<string, unknown>
}): Definition {
  const version = PartitionKeyDefinitionVersion.V2
  return {
    id: name,
    partitionKey:
      owner === 'person'
        ? { paths: ['/tenantId', '/personId'], kind: PartitionKeyKind.MultiHash, version }
        : { paths: ['/tenantId'], kind: PartitionKeyKind.Hash, version },
    indexingPolicy: {
      indexingMode: 'consistent',
      automatic: true,
      includedPaths: ['/tenantId/?', ...Object.keys(indexes).map((index) => `/ix/${index}/?`)].map((path) => ({
        path,
      })),
      excludedPaths: [{ path: '/*' }],
    },
    defaultTtl: EACH_FOR_ITSELF,
  }
}
