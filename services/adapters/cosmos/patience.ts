import {
  ExponentialBackoff,
  handleWhen,
  type IBackoff,
  isTaskCancelledError,
  retry,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel'
import { Unavailable } from '../../core/ports.ts'

/** How long one attempt may take, and all of them together with the waiting between them, in milliseconds. */
export interface Patience {
  attemptMs: number
  deadlineMs: number
}

/** Teams brings an activity again after fifteen seconds: by then the person must have heard something. */
export const PATIENCE: Patience = { attemptMs: 3_000, deadlineMs: 9_000 }

/** For who copies a whole store: nobody is waiting in a chat, and a busy server gets its time. */
export const LONG_PATIENCE: Patience = { attemptMs: 30_000, deadlineMs: 60_000 }

/**
 * Runs one step of an operation, and runs it again while it fails for a reason that passes. `what` names the step in
 * the error. A status that is `meant` says something to the caller, and comes through as the SDK threw it.
 */
export type Persist = <T>(
  what: string,
  work: (signal: AbortSignal) => Promise<T>,
  meant?: readonly number[],
) => Promise<T>

/** What the SDK throws: `code` is the HTTP status, or a word when there was no answer. */
interface Failure {
  name?: string
  code?: number | string
  substatus?: number
  retryAfterInMs?: number
}

const PASSING = [408, 410, 429, 449, 500, 502, 503, 504]
/** No answer came, or half of one. */
const UNANSWERED = ['RestError', 'AbortError', 'TimeoutError', 'SyntaxError']
/** What the identity library throws while nobody is signed in, or who is may not come in. */
const UNKNOWN_HERE = [
  'AggregateAuthenticationError',
  'AuthenticationError',
  'AuthenticationRequiredError',
  'CredentialUnavailableError',
]
/** The container or the database is not there, which is not the same as an absent document. */
const NO_CONTAINER = 1003
/** The replica that was asked has not heard yet of what this session wrote. */
const NOT_HEARD_YET = 1002

export const statusOf = (error: unknown): number | undefined => {
  const { code, substatus } = (error ?? {}) as Failure
  return typeof code === 'number' && substatus !== NO_CONTAINER ? code : undefined
}

function passes(error: unknown): boolean {
  if (isTaskCancelledError(error)) return true
  const { code, substatus, name = '' } = (error ?? {}) as Failure
  if (code === 404) return substatus === NOT_HEARD_YET
  return typeof code === 'number' ? PASSING.includes(code) : UNANSWERED.includes(name)
}

/**
 * Begins an operation: all its steps share one deadline, which holds whatever the server does, and nothing is sent after
 * it. Between attempts the wait grows, with jitter; a server that says how long to wait is believed.
 * @throws {Unavailable} from what it returns; what is meant comes through
 */
export function persistent({ attemptMs, deadlineMs }: Patience): () => Persist {
  const strategy = TimeoutStrategy.Aggressive
  const backoff = { next: (context: Context) => waiting(wait.next(), context, deadlineMs) }
  const again = retry(handleWhen(passes), { maxAttempts: Number.POSITIVE_INFINITY, backoff })
  const attempts = wrap(again, timeout(attemptMs, strategy))
  return () => {
    const end = performance.now() + deadlineMs
    return async (what, work, meant = []) => {
      let last: unknown
      const attempt = async ({ signal }: { signal: AbortSignal }) => {
        try {
          signal.throwIfAborted()
          return await work(signal)
        } catch (error) {
          last = error
          throw error
        }
      }
      try {
        return await wrap(timeout(Math.max(0, end - performance.now()), strategy), attempts).execute(attempt)
      } catch (error) {
        if (meant.includes(statusOf(error) ?? 0)) throw error
        const cause = isTaskCancelledError(error) ? (last ?? error) : error
        throw new Unavailable(codeOf(cause), what, { cause })
      }
    }
  }
}

const wait = new ExponentialBackoff({ initialDelay: 50, maxDelay: 2_000 })
type Context = { result: object }

/** Longer than until the deadline nobody waits, whatever the server says: a timer keeps a process from ending. */
function waiting(jittered: IBackoff<unknown>, { result }: Context, longest: number): IBackoff<Context> {
  const { retryAfterInMs = 0 } = 'error' in result ? ((result.error ?? {}) as Failure) : {}
  return {
    duration: Math.max(jittered.duration, Math.min(retryAfterInMs, longest)),
    next: (context) => waiting(jittered.next(context), context, longest),
  }
}

function codeOf(error: unknown): Unavailable['code'] {
  const { code, name = '' } = (error ?? {}) as Failure
  if (code === 429) return 'throttled'
  if (code === 401 || code === 403 || UNKNOWN_HERE.includes(name)) return 'denied'
  if (code === 408 || name === 'AbortError' || name === 'TimeoutError' || isTaskCancelledError(error))
    return 'timed-out'
  return name === 'RestError' ? 'unreachable' : 'failed'
}
