import type { Person } from '../../../core/people.ts'
import type { Clock } from '../../../core/ports.ts'
import { instant } from '../../../core/time.ts'
import type { KeptPulse } from '../../documents.ts'
import type { Audience } from '../../people/audience.ts'
import { decidersOf } from '../../people/deciders.ts'
import type { Recognition } from '../../reading/recognition.ts'
import type { AnswerMessages } from '../answer-messages.ts'
import type { AnswerCollections } from '../collections.ts'
import type { AnsweredPoint, Response } from '../documents.ts'
import { RESPONSE_JOB, type Responses } from '../responses.ts'
import { refused } from '../tasks.ts'
import { isOwed, isPassing } from './answer-deadlines.ts'
import { reopened } from './reopening.ts'

export interface ResponseJobPorts {
  kept: Pick<AnswerCollections, 'responses'>
  clock: Clock
  audience: Audience
  responses: Pick<Responses, 'save'>
  messages: AnswerMessages
  /** What was being sent when something broke off: settled if it was written, else it was not sent. */
  written(response: Response): Promise<Response>
  recognition: Recognition
  /** Asks the person who was to be asked to stand in before something broke off. */
  askUntold(tenant: string): Promise<void>
  pulseOf(tenant: string, id: string): Promise<KeptPulse | undefined>
}

const AT_ONCE = 50

/** What an answer that is owed brings about by itself: a reminder, the news that none came, a point that opens again. */
export function responseJob(ports: ResponseJobPorts) {
  const { kept, clock } = ports
  const look = lookAt(ports)

  async function run(tenant: string, signal?: AbortSignal): Promise<Date | undefined> {
    await ports.askUntold(tenant)
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
          await ports.responses.save(response, (current) =>
            // Whatever was changed meanwhile is not overwritten: it is looked at again.
            current.etag === response.etag ? looked : undefined,
          )
        }
      }
      if (due.length === 0) return items[0]?.next ? new Date(items[0].next) : undefined
    }
  }

  return { job: { name: RESPONSE_JOB, run } }
}

function lookAt(ports: ResponseJobPorts) {
  const { clock, audience, messages } = ports
  const { tell } = messages

  const idsOf = (people: readonly Person[]) => people.map(({ id }) => id)

  const isPast = (moment: string) => moment <= instant(clock.now())

  /** One step. First everybody is told, then it is noted that they were: a message has the same id the second time. */
  async function look(response: Response, pulse: KeptPulse): Promise<Response> {
    if (response.writing && isPast(response.writing)) return ports.written(response)
    if (response.undelivered?.length) return messages.deliver(response, pulse)
    if (response.news?.length) return messages.bringNews(response)
    if (response.question?.untold) return messages.bringQuestion(response, pulse)
    const recognised = response.recognised?.find((one) => !one.told && isPast(one.tells))
    if (recognised) return ports.recognition.next(response, pulse, recognised)
    const owes = response.points.some(isOwed)
    if (owes && !response.reminded && isPast(response.reminder)) return remind(response, pulse)
    if (owes && !response.missed && isPast(response.due)) return miss(response, pulse)
    return reopen(response, pulse)
  }

  const deciders = async ({ points }: Response, pulse: KeptPulse) =>
    idsOf(await decidersOf(audience, audience.answerersOf, pulse, points))

  async function remind(response: Response, pulse: KeptPulse): Promise<Response> {
    const about = { reminder: response.id, round: String(response.sent) }
    await tell(response.tenant, await deciders(response, pulse), about)
    const points = await Promise.all(response.points.map((one) => withoutLeaver(pulse.tenant, one)))
    return { ...response, points, reminded: true }
  }

  const withoutLeaver = async (tenant: string, point: AnsweredPoint): Promise<AnsweredPoint> => {
    const { holder, ...rest } = point
    return holder && !(await audience.byMark(tenant, holder)) ? rest : point
  }

  /** Those who spoke and the manager over the readers hear that no answer came. Nobody can take a point over now. */
  async function miss(response: Response, pulse: KeptPulse): Promise<Response> {
    const owing = await deciders(response, pulse)
    const others = idsOf(await audience.everybodyIn(pulse)).filter((one) => !owing.includes(one))
    const over = (await audience.over(pulse)).filter((one) => !others.includes(one))
    const about = { missing: response.id, round: String(response.sent) }
    await tell(response.tenant, [...others, ...over], about)
    const points = await Promise.all(response.points.map((one) => withoutLeaver(pulse.tenant, one)))
    return { ...response, points: points.map((one) => (isPassing(one) ? refused(one) : one)), missed: true }
  }

  /** What comes back on its day is owed as an answer was at first. */
  async function reopen(before: Response, pulse: KeptPulse): Promise<Response> {
    const { response, why } = reopened(before, clock.now())
    if (why.length === 0) return before
    const people = await deciders(response, pulse)
    for (const one of why) await tell(response.tenant, people, { [one]: response.id, round: String(response.sent) })
    return response
  }

  return look
}
