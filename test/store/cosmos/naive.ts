import { CosmosClient } from '@azure/cosmos'
import { type Patience, persistent, statusOf } from '../../../services/adapters/cosmos/patience.ts'
import { type HttpClient, readable } from '../../../services/adapters/cosmos/wire.ts'
import { Conflict } from '../../../services/core/ports.ts'
import { KEY } from './server.ts'
import type { Side } from './storm.ts'
import { COUNTS, type Count } from './world.ts'

/** The SDK as one would use it: the same errors are tried again as long, and a write does not know itself again. */
export function naive(endpoint: string, database: string, httpClient: HttpClient, patience: Patience): Side['counts'] {
  const client = new CosmosClient({
    endpoint,
    key: KEY,
    httpClient: readable(httpClient),
    connectionPolicy: { retryOptions: { maxRetryAttemptCount: 0 }, enableEndpointDiscovery: false },
  })
  const { items, item } = bound(client.database(database).container(COUNTS.name))
  const begin = persistent(patience)
  const refusals = [404, 409, 412]

  return {
    async get(key) {
      const { resource } = await begin()('get', (abortSignal) => item(key).read<Count>({ abortSignal }))
      return resource && { ...key, count: resource.count, by: resource.by, etag: resource._etag }
    },
    async put({ etag, ...doc }) {
      const row = { ...doc, tenantId: doc.tenant, personId: doc.person }
      const accessCondition = { type: 'IfMatch', condition: etag ?? '' }
      const write = (abortSignal: AbortSignal) =>
        etag ? item(doc).replace(row, { accessCondition, abortSignal }) : items.create(row, { abortSignal })
      try {
        return { ...doc, etag: (await begin()('put', write, refusals)).etag }
      } catch (error) {
        throw statusOf(error) ? new Conflict('naive', { cause: error }) : error
      }
    },
    async remove(key) {
      try {
        await begin()('remove', (abortSignal) => item(key).delete({ abortSignal }), refusals)
      } catch (error) {
        if (statusOf(error) !== 404) throw error
      }
    },
  }
}

function bound(container: ReturnType<ReturnType<CosmosClient['database']>['container']>) {
  return {
    items: container.items,
    item: ({ tenant, person = '', id }: { tenant: string; person?: string; id: string }) =>
      container.item(id, [tenant, person]),
  }
}
