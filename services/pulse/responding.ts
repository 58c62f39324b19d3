import type { Clock, PersonId } from '../core/ports.ts'
import { days, instant, later } from '../core/time.ts'
import type { AnsweredPoint, Decision, Noted, Response } from './answers.ts'
import type { Audience } from './audience.ts'
import type { Decisions } from './decisions.ts'
import type { KeptPulse } from './kept.ts'
import { noted, type Problem } from './noting.ts'
import type { NoteInput } from './response-schema.ts'
import type { Responses } from './responses.ts'
import { isOpen } from './terms.ts'

/** So long the block may say whether it recognises a decision; then all of it is told at once. */
const RATED_DAYS = 14

export interface RespondingPorts {
  clock: Clock
  audience: Audience
  responses: Responses
  decisions: Decisions
  pulseOf(tenant: string, id: string): Promise<KeptPulse | undefined>
}

/** A reader before an open point, or before all of them as they will be sent. */
export type Responding =
  | { kind: 'asks'; pulse: KeptPulse; response: Response; place: number; problem?: Problem; given?: NoteInput }
  | { kind: 'preview'; pulse: KeptPulse; points: Decision['points']; seen: string }
  | { kind: 'sent'; decision: Decision }
  | { kind: 'answered' }
  | { kind: 'not-yours' }

/** From an open point to a decision that cannot be changed any more. */
export function responding({ clock, audience, responses, decisions, pulseOf }: RespondingPorts) {
  async function found(tenant: string, person: PersonId, id: string) {
    const [pulse, response] = await Promise.all([pulseOf(tenant, id), responses.of(tenant, id)])
    if (!pulse || !response || !(await audience.isReader(pulse, person))) return undefined
    return { pulse, response }
  }

  /** The first open point, or else the preview of what was noted. */
  function stand(pulse: KeptPulse, response: Response): Responding {
    const place = response.points.findIndex(({ state }) => state === 'open')
    if (place >= 0) return { kind: 'asks', pulse, response, place }
    const points = notedIn(response)
    if (points.length === 0) return { kind: 'answered' }
    return { kind: 'preview', pulse, points, seen: decisions.hashOf(pulse.id, points) }
  }

  return {
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
      const response = await responses.save(one.response, (current) => withPoint(current, place, outcome))
      return stand(one.pulse, response)
    },

    /** Begins again with the first point that was not sent; what was noted is still there to be changed. */
    async again(tenant: string, person: PersonId, id: string): Promise<Responding> {
      const one = await found(tenant, person, id)
      if (!one) return { kind: 'not-yours' }
      const response = await responses.save(one.response, (current) => ({
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
      const decision = await decisions.write(one.pulse, one.response, person, now.points)
      await responses.save(one.response, (current) =>
        current.sent === one.response.sent ? sent(current, decision) : undefined,
      )
      return { kind: 'sent', decision }
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
  const point: AnsweredPoint = { ...known, state: 'noted', noted: one }
  return { ...current, points: current.points.with(place, point) }
}

const notedIn = ({ points }: Response): Decision['points'] =>
  points.flatMap(({ state, point, noted: one }) => (state === 'noted' && one ? [{ point, noted: one }] : []))
