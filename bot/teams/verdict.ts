import type { Sent } from '../../services/core/ports.ts'
import { isOfPerson, NO_TOKEN, waitsAt } from './refusals.ts'
import type { Outcome } from './wire.ts'

/** No connection was made, or this one message came at a bad moment: nothing was taken in, and it passes. */
const PASSING = [0, 412]
const TOO_MANY = 429
const UNAUTHORISED = 401
/** Without a token nobody can be sent anything: no use in trying them all. */
const WITHOUT_TOKEN_MS = 5_000
/** Also the new one was not taken: that passes, or was a bad moment. */
const NOT_TAKEN_MS = 1_000

/**
 * The closed table of what Teams answers. What is not in it is for good, and somebody has to look: a code that is new
 * may mean anything.
 */
export function sentOf(outcome: Outcome): Sent {
  if (outcome.kind === 'accepted') return { kind: 'accepted', message: outcome.id }
  const { kind, code, status } = outcome
  if (kind === 'unknown') return { kind, code }
  if (status === TOO_MANY) return { kind: 'not-now', code, laneMs: outcome.retryMs ?? WITHOUT_TOKEN_MS }
  if (code === NO_TOKEN) return { kind: 'not-now', code, laneMs: WITHOUT_TOKEN_MS }
  if (status === UNAUTHORISED) return { kind: 'not-now', code, laneMs: NOT_TAKEN_MS }
  if (PASSING.includes(status)) return { kind: 'not-now', code }
  if (isOfPerson(code)) return { kind: waitsAt(code) ? 'waiting' : 'rejected', code }
  return { kind: 'rejected', code, alert: true }
}
