import type { Clock, PersonId } from '../../core/ports.ts'
import { clean } from '../../core/text/clean.ts'
import type { LeavingCheck } from '../../core/text/signs.ts'
import { instant, later } from '../../core/time.ts'
import type { KeptPulse } from '../documents.ts'
import type { Audience } from '../people/audience.ts'
import type { Decisions } from './decisions.ts'
import type { AnsweredPoint, Decision, Noted, Response } from './documents.ts'
import { type Naming, noted, type Problem } from './noting.ts'
import { isOpen, isOwed } from './owed/answer-deadlines.ts'
import type { NoteInput } from './response-schema.ts'
import type { Responses } from './responses.ts'
import { settledBy, unwritten } from './settling.ts'

export interface RespondingPorts {
  clock: Clock
  leaving: LeavingCheck
  audience: Audience
  responses: Responses
  decisions: Decisions
  pulseOf(tenant: string, id: string): Promise<KeptPulse | undefined>
}

/** Somebody before an open point of theirs, or before all of them as they will be sent. */
export type Responding =
  | { kind: 'asks'; pulse: KeptPulse; response: Response; place: number; problem?: Problem; given?: NoteInput }
  | { kind: 'preview'; pulse: KeptPulse; points: Decision['points']; seen: string }
  | { kind: 'sent'; decision: Decision }
  /** What is still to be decided is somebody else's now: by mark. */
  | { kind: 'elsewhere'; with: string }
  | { kind: 'answered' }
  /** Another reader has the turn: by mark. */
  | { kind: 'reads-along'; with: string }
  | { kind: 'not-yours' }

/** By then what was being written is there, or never will be. */
const MENDED_MS = 60_000

/** Somebody with a say in what a pulse is answered. */
interface Answerer {
  pulse: KeptPulse
  response: Response
  mark: string
  isMine(point: AnsweredPoint): boolean
}

/** From an open point to a decision that cannot be changed any more. */
export function responding({ clock, leaving, audience, responses, decisions, pulseOf }: RespondingPorts) {
  async function found(tenant: string, person: PersonId, id: string): Promise<Answerer | undefined> {
    const [pulse, response] = await Promise.all([pulseOf(tenant, id), responses.of(tenant, id)])
    if (!pulse || !response) return undefined
    const mark = audience.markOf(tenant, person)
    const answers = await audience.mayAnswer(pulse, person)
    const isMine = ({ holder }: AnsweredPoint) => (holder ? holder === mark : answers)
    return answers || response.points.some(isMine) ? { pulse, response, mark, isMine } : undefined
  }

  /** A reader whose turn it is not learns whose it is; anybody else nothing. */
  async function refused(tenant: string, person: PersonId, id: string): Promise<Responding> {
    const pulse = await pulseOf(tenant, id)
    if (!pulse || !(await audience.mayRead(pulse, person))) return { kind: 'not-yours' }
    return { kind: 'reads-along', with: pulse.lead ?? '' }
  }

  /** The first open point, or else the preview of what was noted. */
  function stand({ pulse, response, isMine }: Answerer): Responding {
    const place = response.points.findIndex((point) => point.state === 'open' && isMine(point))
    if (place >= 0) return { kind: 'asks', pulse, response, place }
    const points = notedIn(response.points.filter(isMine))
    if (points.length > 0) return { kind: 'preview', pulse, points, seen: decisions.hashOf(pulse.id, points) }
    const { holder, asked } = response.points.find(isOwed) ?? {}
    const other = holder ?? asked?.to
    return other ? { kind: 'elsewhere', with: other } : { kind: 'answered' }
  }

  async function naming(tenant: string, by: string, words: string): Promise<Naming> {
    if (words === '') return { by }
    const found = await audience.called(tenant, words)
    return { by, owner: found.kind === 'one' ? audience.markOf(tenant, found.person.id) : found.kind }
  }

  return {
    /** What was being sent when something broke off: settled if it was written, else it was not sent. */
    async written(response: Response): Promise<Response> {
      const decision = await decisions.next(response)
      return decision ? settledBy(response, decision, clock.now()) : unwritten(response)
    },

    async stands(tenant: string, person: PersonId, id: string): Promise<Responding> {
      const one = await found(tenant, person, id)
      return one ? stand(one) : refused(tenant, person, id)
    },

    /** The pulses on which this person has something to decide or to send, the newest first. */
    async owedBy(tenant: string, person: PersonId): Promise<KeptPulse[]> {
      const owed: KeptPulse[] = []
      for (const { id } of await responses.owed(tenant)) {
        const one = await found(tenant, person, id)
        if (one?.response.points.some((point) => isOpen(point) && one.isMine(point))) owed.push(one.pulse)
      }
      return owed
    },

    async note(tenant: string, person: PersonId, input: NoteInput): Promise<Responding> {
      const one = await found(tenant, person, input.pulse)
      const place = Number(input.point)
      const point = one?.response.points[place]
      if (!one) return refused(tenant, person, input.pulse)
      if (!point) return { kind: 'not-yours' }
      if (!isOpen(point) || !one.isMine(point)) return stand(one)
      const { pulse, response, mark } = one
      const checked = await leaving(tenant, clean(input.reason))
      const outcome =
        checked.leftOut.length > 0
          ? 'personal'
          : noted(input, point, await naming(tenant, mark, clean(input.owner)), clock.now())
      if (typeof outcome === 'string') return { kind: 'asks', pulse, response, place, problem: outcome, given: input }
      return stand({ ...one, response: await responses.save(response, withPoint(place, outcome)) })
    },

    /** Begins again with the first point that was not sent; what was noted is still there to be changed. */
    async again(tenant: string, person: PersonId, id: string): Promise<Responding> {
      const one = await found(tenant, person, id)
      if (!one) return refused(tenant, person, id)
      const opened = (point: AnsweredPoint): AnsweredPoint =>
        point.state === 'noted' && one.isMine(point) ? { ...point, state: 'open' } : point
      const response = await responses.save(one.response, (current) => ({
        ...current,
        points: current.points.map(opened),
      }))
      return stand({ ...one, response })
    },

    /** Sends exactly what the preview showed. When somebody else's decision came in between, that one is settled first. */
    async send(tenant: string, person: PersonId, id: string, seen: string): Promise<Responding> {
      for (;;) {
        const one = await found(tenant, person, id)
        if (!one) return refused(tenant, person, id)
        const now = stand(one)
        if (now.kind !== 'preview' || now.seen !== seen) return now
        const { pulse, response } = one
        const writing = instant(later(clock.now(), MENDED_MS))
        await responses.save(response, (current) =>
          current.sent === response.sent ? { ...current, writing } : undefined,
        )
        const decision = await decisions.write(pulse, response, person, now.points)
        await responses.saveAndTell(response, (current) =>
          current.sent === response.sent ? settledBy(current, decision, clock.now()) : undefined,
        )
        if (decision.hash === seen && decision.by === one.mark) return { kind: 'sent', decision }
      }
    },
  }
}

const withPoint =
  (place: number, one: Noted) =>
  (current: Response): Response | undefined => {
    const known = current.points[place]
    if (!known || !isOpen(known)) return undefined
    return { ...current, points: current.points.with(place, { ...known, state: 'noted', noted: one }) }
  }

const notedIn = (points: readonly AnsweredPoint[]): Decision['points'] =>
  points.flatMap(({ state, point, noted: one }) => (state === 'noted' && one ? [{ point, noted: one }] : []))
