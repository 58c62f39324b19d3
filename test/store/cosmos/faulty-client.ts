import { createDefaultHttpClient, type PipelineRequest } from '@azure/core-rest-pipeline'
import { seeded } from '../../../bench/seeded.ts'
import type { HttpClient } from '../../../services/adapters/cosmos/wire.ts'
import type { Fault, When } from './faults.ts'

/** One request as it left the store: also one that never reached the server. */
export interface Seen {
  kind: string
  at: number
  request: PipelineRequest
  fault?: string
}

/** Which fault, if any, hits this request. */
export type Plan = (kind: string) => { fault: Fault; when: When } | undefined

export interface FaultyClient extends HttpClient {
  seen: Seen[]
  /** Holds until another is set; without one everything goes well. */
  plan?: Plan | undefined
}

/** The wire with faults in it. */
export function faultyClient(inner: HttpClient = createDefaultHttpClient()): FaultyClient {
  const client: FaultyClient = {
    seen: [],
    async sendRequest(request) {
      const kind = kindOf(request)
      const hit = client.plan?.(kind)
      client.seen.push({ kind, at: performance.now(), request, ...(hit && { fault: hit.fault.name }) })
      if (!hit) return inner.sendRequest(request)
      return hit.fault.answer(request, hit.when === 'after' ? await inner.sendRequest(request) : undefined)
    },
  }
  return client
}

/** What a request asks of the server, such as `read document` or `make container`. */
export function kindOf({ method, url, headers }: PipelineRequest): string {
  const parts = new URL(url).pathname.split('/').filter(Boolean)
  if (headers.has('x-ms-cosmos-is-query-plan-request')) return 'plan'
  if (headers.has('x-ms-documentdb-isquery')) return 'query'
  if (parts.at(-1) === 'pkranges') return 'ranges'
  const verb = { GET: 'read', POST: 'make', PUT: 'replace', DELETE: 'remove' }[method as string] ?? method
  const depth = Math.ceil((parts.length + (method === 'POST' ? 1 : 0)) / 2)
  return `${verb} ${['account', 'database', 'container', 'document'][depth]}`
}

/** The next so many requests of this kind. */
export function times(count: number, kind: string, fault: Fault, when: When): Plan {
  let left = count
  return (asked) => (asked === kind && left-- > 0 ? { fault, when } : undefined)
}

export const always = (kind: string, fault: Fault, when: When) => times(Number.POSITIVE_INFINITY, kind, fault, when)

/** So large a share of all requests, the same ones for the same seed. */
export function randomly(share: number, seed: number, faults: readonly Fault[]): Plan {
  const random = seeded(seed)
  return () => {
    if (random() >= share) return undefined
    const fault = faults[Math.floor(random() * faults.length)]
    return fault && { fault, when: random() < 0.5 ? 'before' : 'after' }
  }
}
