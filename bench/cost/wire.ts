import { createDefaultHttpClient } from '@azure/core-rest-pipeline'
import type { HttpClient } from '../../services/adapters/cosmos/wire.ts'
import type { Recorder } from './recorder.ts'
import type { Request } from './tariff.ts'

type Sent = Parameters<HttpClient['sendRequest']>[0]
type Received = Awaited<ReturnType<HttpClient['sendRequest']>>

const DOCUMENTS = /\/docs(\/[^/]+)?$/
const REFUSED = 400

/** Notes every request that goes over the wire to Cosmos DB, also those that the SDK makes for itself. */
export function counted({ note }: Recorder): HttpClient {
  const inner = createDefaultHttpClient()
  return {
    async sendRequest(request) {
      const response = await inner.sendRequest(request)
      note(requestOf(request, response), Number(response.headers.get('x-ms-request-charge') ?? 0))
      return response
    },
  }
}

function requestOf(sent: Sent, received: Received): Request {
  const isQuery = sent.headers.has('x-ms-documentdb-isquery')
  const isPlan = sent.headers.has('x-ms-cosmos-is-query-plan-request')
  // A query that a compatible server does not understand is asked again in other words: Cosmos DB understands it.
  if (!DOCUMENTS.test(new URL(sent.url).pathname) || isPlan || (isQuery && received.status === REFUSED))
    return { kind: 'metadata' }
  if (isQuery) return { kind: 'query', documents: documentsOf(received) }
  const mayLag = sent.headers.get('x-ms-consistency-level') === 'Session'
  if (sent.method === 'GET') return { kind: 'read', bytes: bytesOf(received.bodyAsText), ...(mayLag && { mayLag }) }
  if (sent.method === 'DELETE') return { kind: 'delete' }
  return { kind: sent.method === 'PUT' ? 'replace' : 'create', bytes: bytesOf(sent.body) }
}

const documentsOf = ({ bodyAsText }: Received): number[] =>
  (JSON.parse(bodyAsText ?? '{}') as { Documents: unknown[] }).Documents.map((one) => bytesOf(JSON.stringify(one)))

const bytesOf = (text: unknown) => (typeof text === 'string' ? Buffer.byteLength(text) : 0)
