import type { PipelineRequest } from '@azure/core-rest-pipeline'
import { containerOf } from '../../../services/adapters/cosmos/containers.ts'
import { cosmosStore } from '../../../services/adapters/cosmos/store.ts'
import { systemRandom } from '../../../services/adapters/system/random.ts'
import type { Archive, Collection } from '../../../services/core/ports.ts'
import { testClock } from '../world.ts'
import { answered, HANG } from './faults.ts'
import { kindOf } from './faulty-client.ts'
import { KEY } from './server.ts'
import { COUNTS, type Count } from './world.ts'

/** What a server that is only a script says to one request. */
export interface Line {
  status: number
  body?: object
  headers?: Record<string, string>
}

export interface Scripted {
  store: Archive
  counts: Collection<Count>
  /** What was asked once the container was open. */
  asked: { kind: string; request: PipelineRequest }[]
}

/** A store on a server that finds its container, and for the rest says what no server of ours says. */
export function scripted(answer: (kind: string, request: PipelineRequest) => Line | 'hang'): Scripted {
  const asked: Scripted['asked'] = []
  const opening: Record<string, Line> = {
    'read database': { status: 200, body: { id: 'scripted' } },
    'read container': { status: 200, body: containerOf(COUNTS) },
  }
  const store = cosmosStore({
    endpoint: 'http://127.0.0.1:1/',
    database: 'scripted',
    key: KEY,
    clock: testClock(),
    random: systemRandom,
    patience: { attemptMs: 1_000, deadlineMs: 2_000 },
    httpClient: {
      async sendRequest(request) {
        const kind = kindOf(request)
        if (!opening[kind]) asked.push({ kind, request })
        const line = opening[kind] ?? answer(kind, request)
        if (line === 'hang') return HANG.answer(request)
        const { status, body, headers } = line
        return answered(request, status, body ? JSON.stringify(body) : '', headers)
      },
    },
  })
  return { store, counts: store.collection(COUNTS), asked }
}

/** The text and the parameters of a query as it went over the wire. */
export function queryIn({ body }: PipelineRequest): { text: string; parameters: Record<string, unknown> } {
  const { query, parameters } = JSON.parse(String(body)) as {
    query: string
    parameters: { name: string; value: unknown }[]
  }
  return { text: query, parameters: Object.fromEntries(parameters.map(({ name, value }) => [name, value])) }
}

/** The partition key that a request names, if any. */
export const partitionIn = ({ headers }: PipelineRequest): unknown => {
  const named = headers.get('x-ms-documentdb-partitionkey')
  return named === undefined ? undefined : JSON.parse(named)
}
