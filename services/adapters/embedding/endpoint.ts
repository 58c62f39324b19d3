import type { Embedding, Log } from '../../core/ports.ts'

export interface Endpoint {
  url: string
  /** Sent as a bearer token when it is there. */
  key?: string | undefined
  model?: string | undefined
  /** In milliseconds, from asking to the whole answer. */
  patience: number
}

/** An endpoint in the manner of OpenAI, as Azure and most servers of one's own have it. Logs why it fails, never a text. */
export function embeddingEndpoint({ url, key, model, patience }: Endpoint, log: Log): Embedding {
  return async (texts) => {
    try {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'error',
        headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}`, 'api-key': key }) },
        body: JSON.stringify({ input: texts, ...(model && { model }) }),
        signal: AbortSignal.timeout(patience),
      })
      if (!response.ok) throw new Error(String(response.status))
      return vectorsIn(await response.json(), texts.length)
    } catch (error) {
      const { name, message } = error as Error
      log.error('embedding-failed', { code: /^\d{3}$/.test(message) ? message : name })
      return undefined
    }
  }
}

/** In the order of the texts. @throws {TypeError} when the answer is of another form */
function vectorsIn(answer: unknown, expected: number): Float32Array[] {
  const { data } = answer as { data?: { index?: number; embedding?: number[] }[] }
  if (!Array.isArray(data) || data.length !== expected) throw new TypeError('not as many vectors as texts')
  const ordered = data.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0))
  return ordered.map(({ embedding }) => {
    if (!Array.isArray(embedding) || !embedding.every(Number.isFinite)) throw new TypeError('not a vector')
    return Float32Array.from(embedding)
  })
}
