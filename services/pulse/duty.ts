import type { Person } from '../core/people.ts'
import type { Clock, PersonId, Secrets } from '../core/ports.ts'
import { instant } from '../core/time.ts'
import type { Plan } from '../delivery/delivery.ts'
import type { AnswerCollections, AnsweredPoint, Response } from './answers.ts'
import type { Audience } from './audience.ts'
import { waysTold } from './figures.ts'
import type { KeptPulse } from './kept.ts'
import { whoCanCount } from './members.ts'
import { momentOf } from './noting.ts'
import { placeOf } from './place.ts'
import type { Policies } from './policies.ts'
import { RATINGS } from './response-schema.ts'
import { RESPONSE_JOB, type Responses } from './responses.ts'
import { isOpen, termsFrom } from './terms.ts'

export interface DutyPorts {
  kept: AnswerCollections
  clock: Clock
  secrets: Secrets
  audience: Audience
  policies: Policies
  responses: Pick<Responses, 'save'>
  everyone(tenant: string): Promise<readonly Person[]>
  pulseOf(tenant: string, id: string): Promise<KeptPulse | undefined>
  /** The first moment from `at` on at which people may be disturbed. */
  workingMoment(at: Date): Date
  plan(plan: Plan): Promise<unknown>
}

const AT_ONCE = 50

/** What an answer that is owed brings about by itself: a reminder, the news that none came, a point that opens again. */
export function duty(ports: DutyPorts) {
  const { kept, clock, secrets, audience } = ports

  async function tell(tenant: string, people: readonly PersonId[], about: Record<string, string>): Promise<void> {
    for (const person of people) {
      const what = Object.entries(about).flat()
      const id = `answer-${secrets.hmac('answer', tenant, person, ...what).slice(0, 16)}`
      const due = instant(ports.workingMoment(clock.now()))
      await ports.plan({ tenant, person, id, feature: 'pulse', about, nudge: true, due })
    }
  }

  const idsOf = (people: readonly Person[]) => people.map(({ id }) => id)

  /** First everybody is told, then it is noted that they were: a message has the same id the second time. */
  async function look(response: Response, pulse: KeptPulse): Promise<Response> {
    const readers = idsOf(await audience.readersOf(pulse))
    if (response.undelivered) return deliver(response, pulse)
    if (response.tells && isPast(response.tells)) return recognised(response, pulse, readers)
    const isOwed = response.points.some(isOpen)
    if (isOwed && !response.reminded && isPast(response.reminder)) return remind(response, readers)
    if (isOwed && !response.missed && isPast(response.due)) return miss(response, pulse, readers)
    return response.points.some(isBack) ? reopen(response, readers) : response
  }

  const isBack = ({ state, noted }: AnsweredPoint) =>
    state === 'uitstellen' && isPast(instant(momentOf(noted?.hears ?? '')))

  const isPast = (moment: string) => moment <= instant(clock.now())

  /** Word for word to everybody in the block but who wrote it. */
  async function deliver(response: Response, pulse: KeptPulse): Promise<Response> {
    const { undelivered, ...rest } = response
    const decision = undelivered && (await kept.decisions.get({ tenant: pulse.tenant, id: undelivered }))
    const people = idsOf(await audience.everybodyIn(pulse))
    const isAuthor = (person: PersonId) => decision && audience.markOf(pulse.tenant, person) === decision.by
    if (decision)
      await tell(
        pulse.tenant,
        people.filter((one) => !isAuthor(one)),
        { decision: decision.id },
      )
    return rest
  }

  async function remind(response: Response, readers: readonly PersonId[]): Promise<Response> {
    await tell(response.tenant, readers, { reminder: response.id, round: String(response.sent) })
    return { ...response, reminded: true }
  }

  /** Whoever spoke hears that no answer came, and so does whoever is over the readers. */
  async function miss(response: Response, pulse: KeptPulse, readers: readonly PersonId[]): Promise<Response> {
    const others = idsOf(await audience.everybodyIn(pulse)).filter((one) => !readers.includes(one))
    const about = { missing: response.id, round: String(response.sent) }
    await tell(response.tenant, [...others, ...(await audience.over(pulse))], about)
    return { ...response, missed: true }
  }

  /** A point that was postponed is open again, and an answer is owed as it was at first. */
  async function reopen(response: Response, readers: readonly PersonId[]): Promise<Response> {
    const points = response.points.map(
      (one): AnsweredPoint => (isBack(one) ? { point: one.point, postponed: true, state: 'open' } : one),
    )
    await tell(response.tenant, readers, { reopened: response.id, round: String(response.sent) })
    return { ...response, points, ...termsFrom(clock.now()), reminded: false, missed: false }
  }

  /** R4, R6: in words, from eleven who count. It is reckoned once, kept, and told at the moment that was set for it. */
  async function recognised(response: Response, pulse: KeptPulse, readers: readonly PersonId[]): Promise<Response> {
    const { tells: _tells, recognised: last, ...rest } = response
    if (!last) return rest
    const words = await wordsOf(last.of, pulse)
    await ports.responses.save(response, (current) => ({ ...current, recognised: { ...last, words } }))
    await tell(response.tenant, readers, { recognised: response.id, round: String(response.sent) })
    return { ...rest, recognised: { ...last, words } }
  }

  async function wordsOf(id: string, { tenant, window, units }: KeptPulse): Promise<string[]> {
    const place = placeOf(await ports.everyone(tenant))
    const counting = [...whoCanCount(place?.members ?? [], window).values()].filter(({ unit }) => units.includes(unit))
    const ratings = await Promise.all(counting.map(({ person }) => kept.ratings.get({ tenant, person, id })))
    const counts = RATINGS.map((kind) => ratings.filter((one) => one?.rating === kind).length)
    const policy = await ports.policies.of(tenant)
    return policy ? waysTold(policy, counts, counting.length) : []
  }

  async function run(tenant: string, signal?: AbortSignal): Promise<Date | undefined> {
    const now = instant(clock.now())
    for (;;) {
      const { items } = await kept.responses.find({ tenant }, { index: 'next', limit: AT_ONCE })
      const due = items.filter(({ next = '' }) => next <= now)
      for (const response of due) {
        if (signal?.aborted) return clock.now()
        const pulse = await ports.pulseOf(tenant, response.id)
        if (!pulse) await kept.responses.remove(response)
        else {
          const looked = await look(response, pulse)
          await ports.responses.save(response, (current) => withState(current, response, looked))
        }
      }
      if (due.length === 0) return items[0]?.next ? new Date(items[0].next) : undefined
    }
  }

  return { job: { name: RESPONSE_JOB, run } }
}

/** Somebody who answered meanwhile is not overwritten: it is looked at again. */
const withState = (current: Response, before: Response, looked: Response): Response | undefined =>
  current.sent === before.sent && JSON.stringify(current.points) === JSON.stringify(before.points)
    ? { ...looked, ...(current.etag && { etag: current.etag }) }
    : undefined
