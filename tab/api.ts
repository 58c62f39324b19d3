import type { Language } from '../services/core/ports.ts'

/** Something was not given or not done. `code` is the service's own word for it, where it has one. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly code: string

  constructor(status: number, code = '') {
    super(`the service answered ${status} ${code}`)
    this.status = status
    this.code = code
  }
}

export interface Api {
  get<T>(path: string): Promise<T>
  /** Begins to read what will be asked for in a moment: the next `get` is given this answer. */
  ahead(path: string): void
  /** `last` is sent although the page goes away. */
  post<T>(path: string, body: object, how?: 'last'): Promise<T>
}

interface Known {
  mark: string
  found: unknown
}

/**
 * Asks the service, as the person the token names. The token is asked for once, and again when it no longer holds. It
 * goes in no address and stays in no storage. What was read before is given again as long as the service says that it
 * still holds. Sentences come in the language of the page.
 */
export function createApi(newToken: () => Promise<string>, language: Language): Api {
  const read = new Map<string, Known>()
  const underWay = new Map<string, Promise<unknown>>()
  let token: Promise<string> | undefined

  /** What failed is not kept: the next who asks tries anew. */
  function begun(): Promise<string> {
    const asking = newToken()
    asking.catch(() => {
      if (token === asking) token = undefined
    })
    return asking
  }

  async function asked(path: string, init: RequestInit, again = false): Promise<Response> {
    token ??= begun()
    const headers = { ...init.headers, 'accept-language': language, authorization: `Bearer ${await token}` }
    const response = await fetch(path, { ...init, headers, cache: 'no-store' })
    if (response.status !== 401 || again) return response
    token = undefined
    return asked(path, init, true)
  }

  async function found<T>(response: Response): Promise<T> {
    const body = await response.json()
    if (!response.ok) throw new Refusal(response.status, body.code)
    return body
  }

  async function get<T>(path: string): Promise<T> {
    const before = read.get(path)
    const response = await asked(path, { headers: before ? { 'if-none-match': before.mark } : {} })
    if (response.status === 304 && before) return before.found as T
    const now = await found<T>(response)
    read.set(path, { mark: response.headers.get('etag') ?? '', found: now })
    return now
  }

  return {
    get<T>(path: string) {
      const begun = underWay.get(path) as Promise<T> | undefined
      underWay.delete(path)
      return begun ?? get<T>(path)
    },

    ahead(path) {
      const begun = get(path)
      // The caller that is given it hears what went wrong.
      begun.catch(() => {})
      underWay.set(path, begun)
    },

    async post<T>(path: string, body: object, how?: 'last') {
      const headers = { 'content-type': 'application/json' }
      const text = JSON.stringify(body)
      return found<T>(await asked(path, { method: 'POST', headers, body: text, keepalive: how === 'last' }))
    },
  }
}
