import { createHash } from 'node:crypto'

/** What a connector does with a request instead of simply taking it. */
export interface Fault {
  name: string
  status: number
  /** Teams' own name for it. */
  code?: string
  /** The form in which a pause is asked for. */
  retryAfter?: 'seconds' | 'date'
  /** It was taken all the same, and the sender cannot know. */
  taken?: boolean
  /** No answer comes: the connection ends, or nobody ever says anything. */
  breaks?: 'refused' | 'reset' | 'hang'
  /** It stays so: for this person, for a card of this size, for this token, for this conversation. */
  lasts?: 'person' | 'size' | 'token' | 'conversation'
}

const upstream = (status: number): Fault[] => [
  { name: `${status} before`, status },
  { name: `${status} after`, status, taken: true },
]

const forbidden = (code: string): Fault => ({ name: code, status: 403, code, lasts: 'person' })

/** Everything that Teams was seen to answer, besides yes. */
export const FAULTS: readonly Fault[] = [
  { name: '429 seconds', status: 429, retryAfter: 'seconds' },
  { name: '429 date', status: 429, retryAfter: 'date' },
  { name: '429 bare', status: 429 },
  { name: '412', status: 412, code: 'PreconditionFailed' },
  { name: '500', status: 500 },
  { name: '500 after', status: 500, taken: true },
  ...[502, 503, 504, 408].flatMap(upstream),
  { name: 'refused', status: 0, breaks: 'refused' },
  { name: 'reset before', status: 0, breaks: 'reset' },
  { name: 'reset after', status: 0, breaks: 'reset', taken: true },
  { name: 'hang before', status: 0, breaks: 'hang' },
  { name: 'hang after', status: 0, breaks: 'hang', taken: true },
  forbidden('BotNotInConversationRoster'),
  forbidden('ConversationBlockedByUser'),
  forbidden('BotDisabledByAdmin'),
  { name: '404', status: 404, code: 'ConversationNotFound', lasts: 'conversation' },
  { name: '413', status: 413, code: 'MessageSizeTooBig', lasts: 'size' },
  { name: '401', status: 401, lasts: 'token' },
]

/** Which fault meets the `nth` request about this person, if any. */
export type FaultPlan = (tenant: string, person: string, nth: number) => Fault | undefined

export const noFaults: FaultPlan = () => undefined

/** The same for the same seed, in whatever order the requests come: senders can be compared. */
export const seededFaults =
  (seed: number, share: number, faults: readonly Fault[] = FAULTS): FaultPlan =>
  (tenant, person, nth) => {
    const bytes = createHash('sha1').update(`${seed} ${tenant} ${person} ${nth}`).digest()
    if (bytes.readUInt32BE(0) / 2 ** 32 >= share) return undefined
    return faults[bytes.readUInt32BE(4) % faults.length]
  }

export interface Outage {
  tenant: string
  from: number
  until: number
}

/** A tenant whose connector answers 503 to everything for a while, and takes nothing. */
export const isDown = (outages: readonly Outage[], tenant: string, at: number): boolean =>
  outages.some((outage) => outage.tenant === tenant && at >= outage.from && at < outage.until)
