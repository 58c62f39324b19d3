import { everything } from '../core/everything.ts'
import type { Clock, PersonId, Secrets } from '../core/ports.ts'
import { change, putIfUnchanged } from '../core/put.ts'
import { afterWorkingHours, days, instant, later } from '../core/time.ts'
import type { AnswerCollections, AnsweredPoint, Decision, Noted, Response } from './answers.ts'
import type { Audience } from './audience.ts'
import type { KeptPulse } from './kept.ts'
import { momentOf, noted, type Problem } from './noting.ts'
import { pointsOf } from './points.ts'
import type { NoteInput, RatingKind } from './response-schema.ts'

export const RESPONSE_JOB = 'responses'

/** In working hours of eight a day. */
const DAY = 8
const [REMINDED_AFTER, DUE_AFTER] = [5 * DAY, 10 * DAY]
/** So long the block may say whether it recognises a decision; then all of it is told at once. */
const RATED_DAYS = 14

export interface RespondingPorts {
  kept: AnswerCollections
  clock: Clock
  secrets: Secrets
  audience: Audience
  pulseOf(tenant: string, id: string): Promise<KeptPulse | undefined>
  wake(tenant: string, job: string, at: Date): Promise<void>
}

/** A reader before an open point, or before all of them as they will be sent. */
export type Responding =
  | { kind: 'asks'; pulse: KeptPulse; response: Response; place: number; problem?: Problem; given?: NoteInput }
  | { kind: 'preview'; pulse: KeptPulse; points: Decision['points']; seen: string }
  | { kind: 'sent'; decision: Decision }
  | { kind: 'answered' }
  | { kind: 'not-yours' }

/** By when an answer is reminded of, and by when it is missing. */
export const termsFrom = (at: Date) => ({
  reminder: instant(afterWorkingHours(at, REMINDED_AFTER)),
  due: instant(afterWorkingHours(at, DUE_AFTER)),
})

export const isOpen = ({ state }: AnsweredPoint) => state === 'open' || state === 'noted'

/** Before every moment that there is. */
const NOW = '0000'

/** When a response is looked at again: for what comes first of all that is still to come. */
function nextOf({ points, reminded, missed, reminder, due, tells, undelivered }: Response): string | undefined {
  if (undelivered) return NOW
  const opens = points.flatMap(({ state, noted: one }) =>
    state === 'uitstellen' && one?.hears ? [instant(momentOf(one.hears))] : [],
  )
  const waits = points.some(isOpen)
  const owed = waits && !missed ? [reminded ? due : reminder] : []
  return [...opens, ...owed, ...(tells ? [tells] : [])].sort()[0]
}

/** From an open point to a decision that cannot be changed any more. */
export function responding(ports: RespondingPorts) {
  const { kept, clock, secrets, audience } = ports

  const hashOf = (pulse: string, points: Decision['points']) =>
    secrets.hmac('decision', pulse, ...points.map((one) => JSON.stringify(canonical(one))))

  async function found(tenant: string, person: PersonId, id: string) {
    const [pulse, response] = await Promise.all([ports.pulseOf(tenant, id), kept.responses.get({ tenant, id })])
    if (!pulse || !response || !(await audience.isReader(pulse, person))) return undefined
    return { pulse, response }
  }

  /** The first open point, or else the preview of what was noted. */
  function stand(pulse: KeptPulse, response: Response): Responding {
    const place = response.points.findIndex(({ state }) => state === 'open')
    if (place >= 0) return { kind: 'asks', pulse, response, place }
    const points = notedIn(response)
    return points.length > 0 ? { kind: 'preview', pulse, points, seen: hashOf(pulse.id, points) } : { kind: 'answered' }
  }

  const save = async (response: Response, decide: (current: Response) => Response | undefined) => {
    const { doc = response } = await change(kept.responses, response, (current) => {
      const wanted = current && decide(current)
      return wanted && withNext(wanted)
    })
    if (doc.next) await ports.wake(doc.tenant, RESPONSE_JOB, doc.next === NOW ? clock.now() : new Date(doc.next))
    return doc
  }

  /** Written once; whoever comes second finds what stands, which may be somebody else's. */
  async function decide(pulse: KeptPulse, response: Response, person: PersonId): Promise<Decision> {
    const { tenant, window, to, units, readers } = pulse
    const points = notedIn(response)
    const id = `${pulse.id}.${response.sent + 1}`
    const decision: Decision = {
      ...{ tenant, id, pulse: pulse.id, window, to, units, readers, by: audience.markOf(tenant, person) },
      ...{ at: instant(clock.now()), points, hash: hashOf(pulse.id, points) },
    }
    const stands = (await putIfUnchanged(kept.decisions, decision)) ?? (await kept.decisions.get(decision))
    if (!stands) throw new Error('a decision can be neither stored nor read')
    return stands
  }

  return {
    save,

    /** A pulse came. The same pulse again changes nothing. */
    async begin(pulse: KeptPulse, at: Date): Promise<void> {
      const points = pointsOf(pulse).map((point) => ({ point, state: 'open' as const }))
      if (points.length === 0) return
      const { tenant, id, block } = pulse
      const open = withNext({ tenant, id, block, points, sent: 0, ...termsFrom(at) })
      const { next = '' } = (await putIfUnchanged(kept.responses, open)) ?? open
      await ports.wake(tenant, RESPONSE_JOB, new Date(next))
    },

    async stands(tenant: string, person: PersonId, id: string): Promise<Responding> {
      const one = await found(tenant, person, id)
      return one ? stand(one.pulse, one.response) : { kind: 'not-yours' }
    },

    async note(tenant: string, person: PersonId, input: NoteInput): Promise<Responding> {
      const one = await found(tenant, person, input.pulse)
      const place = Number(input.point)
      const point = one?.response.points[place]
      if (!one || !point) return { kind: 'not-yours' }
      if (!isOpen(point)) return stand(one.pulse, one.response)
      const outcome = noted(input, point, clock.now())
      if (typeof outcome === 'string') return { ...one, kind: 'asks', place, problem: outcome, given: input }
      const response = await save(one.response, (current) => withPoint(current, place, outcome))
      return stand(one.pulse, response)
    },

    /** Begins again with the first point that was not sent; what was noted is still there to be changed. */
    async again(tenant: string, person: PersonId, id: string): Promise<Responding> {
      const one = await found(tenant, person, id)
      if (!one) return { kind: 'not-yours' }
      const response = await save(one.response, (current) => ({
        ...current,
        points: current.points.map((point) => (point.state === 'noted' ? { ...point, state: 'open' } : point)),
      }))
      return stand(one.pulse, response)
    },

    /** Sends exactly what the preview showed. */
    async send(tenant: string, person: PersonId, id: string, seen: string): Promise<Responding> {
      const one = await found(tenant, person, id)
      if (!one) return { kind: 'not-yours' }
      const now = stand(one.pulse, one.response)
      if (now.kind !== 'preview' || now.seen !== seen) return now
      const decision = await decide(one.pulse, one.response, person)
      await save(one.response, (current) => (current.sent === one.response.sent ? sent(current, decision) : undefined))
      return { kind: 'sent', decision }
    },

    decision: (tenant: string, id: string) => kept.decisions.get({ tenant, id }),

    /** Whether the words are the ones that were sent. */
    isUnchanged: ({ pulse, points, hash }: Decision) => hash === hashOf(pulse, points),

    /** Theirs may be another one until it is told; undefined for who does not stand in the block. */
    async rate(tenant: string, person: PersonId, id: string, rating: RatingKind): Promise<'rated' | 'not-yours'> {
      const decision = await kept.decisions.get({ tenant, id })
      const isThere = decision && (await audience.everybodyIn(decision)).some((one) => one.id === person)
      if (!isThere) return 'not-yours'
      const key = { tenant, person, id }
      await change(kept.ratings, key, (current) => ({ ...(current ?? key), rating }))
      return 'rated'
    },

    ratings: (tenant: string, person: PersonId) => everything(kept.ratings, { tenant, person }, 'all'),

    async forget(tenant: string, person: PersonId): Promise<void> {
      for (const one of await everything(kept.ratings, { tenant, person }, 'all')) await kept.ratings.remove(one)
    },
  }

  function sent(current: Response, { id }: Decision): Response {
    const tells = instant(later(clock.now(), days(RATED_DAYS)))
    const points = current.points.map((one) =>
      one.state === 'noted' && one.noted ? { ...one, ...settled(one.noted) } : one,
    )
    return { ...current, points, sent: current.sent + 1, tells, undelivered: id, recognised: { of: id, words: [] } }
  }
}

const settled = ({ decision }: Noted) => ({ state: decision, ...(decision === 'uitstellen' && { postponed: true }) })

const withPoint = (current: Response, place: number, one: Noted): Response | undefined => {
  const known = current.points[place]
  if (!known || !isOpen(known)) return undefined
  return { ...current, points: current.points.with(place, { ...known, state: 'noted', noted: one }) }
}

const withNext = (response: Response): Response => {
  const { next: _next, ...rest } = response
  const next = nextOf(response)
  return { ...rest, ...(next && { next }) }
}

const notedIn = ({ points }: Response): Decision['points'] =>
  points.flatMap(({ state, point, noted: one }) => (state === 'noted' && one ? [{ point, noted: one }] : []))

/** In one order, whatever order a store gives fields back in. */
const canonical = ({ point, noted: one }: Decision['points'][number]) => [
  ...[point.kind, point.words ?? ''],
  ...[one.decision, one.reason, one.owner ?? '', one.hears ?? ''],
]

export type RespondingService = ReturnType<typeof responding>
