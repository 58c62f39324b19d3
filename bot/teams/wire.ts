/**
 * What one request to Teams came to. `rejected` means that it is certain that nothing was taken in; `status` is 0
 * when no answer came. `unknown` means that it may have been: it is never sent again.
 */
export type Outcome =
  | { kind: 'accepted'; id: string }
  | { kind: 'rejected'; code: string; status: number }
  | { kind: 'unknown'; code: string; status: number }

/** Carries an activity to a conversation: exactly one HTTP request per call, whatever happens. */
export interface Wire {
  post(serviceUrl: string, conversation: string, activity: object, replyTo?: string): Promise<Outcome>
  put(serviceUrl: string, conversation: string, activityId: string, activity: object): Promise<Outcome>
}

interface Options {
  /** The bearer token; absent in playground mode. `fresh` asks for a new one, after a 401. */
  token?: (fresh: boolean) => Promise<string>
  fetch?: typeof fetch
  /** Milliseconds until an answer is no longer waited for. */
  patience?: number
}

const PATIENCE = 15_000
/** Failures of a connection that was never made, so that nothing can have been written. */
const BEFORE_WRITING =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_.*|CERT_.*|.*_CERT.*)$/

export function teamsWire({ token, fetch: send = fetch, patience = PATIENCE }: Options): Wire {
  let refused = false
  const request = async (method: string, url: string, activity: object): Promise<Outcome> => {
    const headers: Record<string, string> = { 'content-type': 'application/json' }
    try {
      if (token) headers.authorization = `Bearer ${await token(refused)}`
    } catch {
      return { kind: 'rejected', code: 'no-token', status: 0 }
    }
    const outcome = await once(send, url, {
      method,
      headers,
      body: JSON.stringify(activity),
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    refused = outcome.kind === 'rejected' && outcome.status === 401
    return outcome
  }
  return {
    post: (serviceUrl, conversation, activity, replyTo) =>
      request('POST', addressOf(serviceUrl, conversation, replyTo), activity),
    async put(serviceUrl, conversation, activityId, activity) {
      const outcome = await request('PUT', addressOf(serviceUrl, conversation, activityId), activity)
      return outcome.kind === 'accepted' ? { kind: 'accepted', id: activityId } : outcome
    },
  }
}

function addressOf(serviceUrl: string, conversation: string, activity?: string): string {
  const path = ['v3', 'conversations', conversation, 'activities', ...(activity ? [activity] : [])]
  return `${serviceUrl.replace(/\/+$/, '')}/${path.map(encodeURIComponent).join('/')}`
}

async function once(send: typeof fetch, url: string, init: RequestInit): Promise<Outcome> {
  try {
    const response = await send(url, init)
    const { id, error } = parsed(await response.text())
    if (response.ok) return { kind: 'accepted', id: typeof id === 'string' ? id : '' }
    const { status } = response
    const code = codeIn(error) ?? `http-${status}`
    return { kind: status >= 500 || status === 408 ? 'unknown' : 'rejected', code, status }
  } catch (error) {
    const code = codeOf(error)
    return { kind: BEFORE_WRITING.test(code) ? 'rejected' : 'unknown', code, status: 0 }
  }
}

function parsed(body: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(body))
  } catch {
    return {}
  }
}

/** Teams' own name for what went wrong; it ends up in logs, so it is short and plain. */
function codeIn(error: unknown): string | undefined {
  const { code } = Object(error)
  return typeof code === 'string' && /^[\w-]{1,64}$/.test(code) ? code : undefined
}

function codeOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: string } }
  return cause?.code ?? (name === 'TimeoutError' ? 'timed-out' : 'broken-off')
}
