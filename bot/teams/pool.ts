import type { Dispatcher } from 'undici'

/** One HTTP request and its answer. It rejects when no whole answer came; redirects are not followed. */
export type Send = (url: string, request: Request) => Promise<Answer>

interface Request {
  method: string
  headers: Record<string, string>
  body: string | Uint8Array<ArrayBuffer>
}

interface Answer {
  status: number
  retryAfter: string | undefined
  text: string
}

/** More than the paced sends of all tenants need; what exceeds it waits for a connection, unwritten. */
const CONNECTIONS = 256
const LARGEST_ANSWER = 256 * 1024

/**
 * Keep-alive connections, a pool for each host. Nothing is sent again by itself: what went wrong comes back.
 * `patience` is in milliseconds, for the connection, for the answer to begin, and for it to go on.
 */
export function pooledSend(patience: number): Send {
  let pool: Promise<Dispatcher> | undefined
  return async (url, request) => {
    pool ??= opened(patience).catch((error) => {
      // What could not be loaded is tried again with the next message.
      pool = undefined
      throw error
    })
    const agent = await pool
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    const { origin, pathname, search } = new URL(url)
    const method = request.method as Dispatcher.HttpMethod
    agent.dispatch({ ...request, method, origin, path: pathname + search }, gathered(resolve, reject))
    return promise
  }
}

/** Nothing is sent while the service starts, so what sends is loaded with the first message. */
async function opened(patience: number): Promise<Dispatcher> {
  const { Agent } = await import('undici')
  return new Agent({
    connections: CONNECTIONS,
    allowH2: false,
    connect: { timeout: patience },
    headersTimeout: patience,
    bodyTimeout: patience,
    maxResponseSize: LARGEST_ANSWER,
  })
}

/** A few hundred bytes need no stream: they are put together as they come. */
function gathered(resolve: (answer: Answer) => void, reject: (error: Error) => void): Dispatcher.DispatchHandler {
  const parts: Buffer[] = []
  let head: Omit<Answer, 'text'>
  return {
    onRequestStart() {},
    onResponseStart(_, status, headers) {
      head = { status, retryAfter: [headers['retry-after']].flat()[0] }
    },
    onResponseData: (_, part) => void parts.push(part),
    onResponseEnd: () => resolve({ ...head, text: Buffer.concat(parts).toString() }),
    onResponseError: (_, error) => reject(error),
  }
}

/** The same by a `fetch` that is given. */
export function sendBy(given: typeof fetch, patience: number): Send {
  return async (url, request) => {
    const response = await given(url, { ...request, redirect: 'manual', signal: AbortSignal.timeout(patience) })
    const retryAfter = response.headers.get('retry-after') ?? undefined
    return { status: response.status, retryAfter, text: await response.text() }
  }
}
