import { TEAMS_ID } from '../../services/core/ids.ts'
import { type Clock, LONGEST_PAUSE, type Log } from '../../services/core/ports.ts'
import { pooledSend, type Send, sendBy } from './pool.ts'
import { NO_ADDRESS, NO_TOKEN } from './refusals.ts'
import { retryMs } from './retry-after.ts'
import { keptToken } from './token.ts'

/**
 * What one request to Teams came to. `rejected` means that it is certain that nothing was taken in; `status` is 0
 * when no answer came, and `retryMs` is how long Teams asks to keep quiet. `unknown` means that it may have been: it is
 * never sent again.
 */
export type Outcome =
  | { kind: 'accepted'; id: string }
  | { kind: 'rejected'; code: string; status: number; retryMs?: number }
  | { kind: 'unknown'; code: string; status: number }

/**
 * Carries an activity to a conversation: exactly one HTTP request per call, whatever happens. One that comes
 * written already goes as it is.
 */
export interface Wire {
  post(serviceUrl: string, conversation: string, activity: object, replyTo?: string): Promise<Outcome>
  /** Into a chat of several, for the recipient of the activity alone. Absent where a channel has no such thing. */
  whisper?(serviceUrl: string, conversation: string, activity: object): Promise<Outcome>
  put(serviceUrl: string, conversation: string, activityId: string, activity: object): Promise<Outcome>
  /** Asks for a conversation with somebody; what is accepted has its id. Asking twice gives the same one. */
  create(serviceUrl: string, conversation: object): Promise<Outcome>
}

/** Whether an activity comes written already, in UTF-8. */
export const isWritten = (activity: object): activity is Uint8Array<ArrayBuffer> => activity instanceof Uint8Array

/** As much of it as an answer to somebody needs. */
export type ReplyWire = Pick<Wire, 'post' | 'put' | 'whisper'>

interface Options {
  /** The bearer token; absent in playground mode. `fresh` asks for a new one, after a 401. */
  token?: (fresh: boolean) => Promise<string>
  /** In the place of the pool of connections. */
  fetch?: typeof fetch
  /** Milliseconds until an answer is no longer waited for. */
  patience?: number
  /** Whose time a date in an answer is compared with. */
  clock?: Clock
  log?: Log
}

const PATIENCE = 15_000
const UNAUTHORISED = 401
const TOO_MANY = 429
/** Failures of a connection that was never made, so that nothing can have been written. */
const BEFORE_WRITING =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_.*|CERT_.*|.*_CERT.*)$/

export function teamsWire({ token: ask, fetch: given, patience = PATIENCE, clock, log }: Options): Wire {
  const now = () => clock?.now().getTime() ?? Date.now()
  const token = ask && keptToken(ask, now)
  const send = given ? sendBy(given, patience) : pooledSend(patience)

  const request = async (method: string, url: string | undefined, activity: object): Promise<Outcome> => {
    if (!url) return { kind: 'rejected', code: NO_ADDRESS, status: 400 }
    const headers: Record<string, string> = { 'content-type': 'application/json' }
    const shown = await token?.get().catch(() => undefined)
    if (token && shown === undefined) return { kind: 'rejected', code: NO_TOKEN, status: 0 }
    if (shown !== undefined) headers.authorization = `Bearer ${shown}`
    const body = isWritten(activity) ? activity : JSON.stringify(activity)
    const outcome = await once(send, url, { method, headers, body }, now)
    if (shown !== undefined && outcome.kind === 'rejected' && outcome.status === UNAUTHORISED) token?.refused(shown)
    // Teams never asks for so long: somebody has to look.
    if (outcome.kind === 'rejected' && outcome.retryMs === LONGEST_PAUSE)
      log?.error('alert', { code: 'asked-to-wait-too-long', host: new URL(url).host })
    return outcome
  }

  return {
    post: (serviceUrl, conversation, activity, replyTo) =>
      request('POST', addressOf(serviceUrl, conversation, 'activities', ...(replyTo ? [replyTo] : [])), activity),
    whisper(serviceUrl, conversation, activity) {
      const address = addressOf(serviceUrl, conversation, 'activities')
      return request('POST', address && `${address}?isTargetedActivity=true`, activity)
    },
    async put(serviceUrl, conversation, activityId, activity) {
      const outcome = await request('PUT', addressOf(serviceUrl, conversation, 'activities', activityId), activity)
      return outcome.kind === 'accepted' ? { kind: 'accepted', id: activityId } : outcome
    },
    create: (serviceUrl, conversation) => request('POST', addressOf(serviceUrl), conversation),
  }
}

/** Undefined when a part would lead elsewhere: what is kept may be older than the check at the edge. */
function addressOf(serviceUrl: string, ...rest: string[]): string | undefined {
  if (!rest.every((part) => TEAMS_ID.test(part))) return undefined
  const path = ['v3', 'conversations', ...rest]
  return `${serviceUrl.replace(/\/+$/, '')}/${path.map(encodeURIComponent).join('/')}`
}

async function once(send: Send, url: string, init: Parameters<Send>[1], now: () => number): Promise<Outcome> {
  try {
    const { status, retryAfter, text } = await send(url, init)
    const { id, error } = parsed(text)
    if (status >= 200 && status < 300) return { kind: 'accepted', id: typeof id === 'string' ? id : '' }
    const code = codeIn(error) ?? `http-${status}`
    if (status >= 500 || status === 408) return { kind: 'unknown', code, status }
    return { kind: 'rejected', code, status, ...(status === TOO_MANY && { retryMs: retryMs(retryAfter, now()) }) }
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

const TIMED_OUT = ['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']

function codeOf(error: unknown): string {
  const { name, code, cause } = error as { name?: string; code?: unknown; cause?: { code?: string } }
  const given = cause?.code ?? (typeof code === 'string' ? code : undefined)
  if (name === 'TimeoutError' || (given && TIMED_OUT.includes(given))) return 'timed-out'
  return given ?? 'broken-off'
}
