import { createDefaultHttpClient, isRestError, type PipelineRequest } from '@azure/core-rest-pipeline'
import type { CosmosClientOptions } from '@azure/cosmos'

export type HttpClient = NonNullable<CosmosClientOptions['httpClient']>
type Response = Awaited<ReturnType<HttpClient['sendRequest']>>

/** One request as it went over the wire. `charge` is in request units, where the server says so. */
export interface Requested {
  method: string
  path: string
  status: number
  charge: number
}

/**
 * Tells of every request that is answered, also of those the SDK makes for itself, and keeps from the SDK what it would
 * stumble over: an error without a JSON body, of which it would lose the status; nothing at all where a document should
 * be, which it would take for one that is absent; and the reason why no answer came, for which it would send the
 * request again by itself, a write as well.
 */
export function observed(
  requested?: (request: Requested) => void,
  inner: HttpClient = createDefaultHttpClient(),
): HttpClient {
  return {
    async sendRequest(request) {
      const response = await inner.sendRequest(request).catch(nameless)
      requested?.(told(request, response))
      const { status, bodyAsText } = response
      if (status >= 400) return isObject(bodyAsText) ? response : { ...response, bodyAsText: '{}' }
      if (!bodyAsText && WITH_BODY.includes(status)) throw new SyntaxError('an answer without a body')
      return response
    },
  }
}

const WITH_BODY = [200, 201]

function nameless(error: unknown): never {
  if (isRestError(error)) Object.assign(error, { code: undefined })
  throw error
}

const told = ({ headers, method, url }: PipelineRequest, response: Response): Requested => ({
  method: headers.get('x-ms-documentdb-isquery') ? 'QUERY' : method,
  path: new URL(url).pathname,
  status: response.status,
  charge: Number(response.headers.get('x-ms-request-charge') ?? 0),
})

function isObject(text: string | null | undefined): boolean {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null
  } catch {
    return false
  }
}
