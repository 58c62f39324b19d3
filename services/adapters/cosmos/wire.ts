import { createDefaultHttpClient, isRestError } from '@azure/core-rest-pipeline'
import type { CosmosClientOptions } from '@azure/cosmos'

export type HttpClient = NonNullable<CosmosClientOptions['httpClient']>

/**
 * Keeps from the SDK what it would stumble over: an error without a JSON body, of which it would lose the status; nothing
 * at all where a document should be, which it would take for one that is absent; and the reason why no answer came, for
 * which it would send the request again by itself, a write as well.
 */
export function readable(inner: HttpClient = createDefaultHttpClient()): HttpClient {
  return {
    async sendRequest(request) {
      const response = await inner.sendRequest(request).catch(nameless)
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

function isObject(text: string | null | undefined): boolean {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null
  } catch {
    return false
  }
}
