import type { Person } from '../../core/people.ts'
import type { Clock, PersonId, Secrets } from '../../core/ports.ts'
import { putIfUnchanged } from '../../core/store/change.ts'
import { instant } from '../../core/time.ts'
import type { Plan } from '../../delivery/deliveries/delivery.ts'
import type { KeptPulse } from '../documents.ts'
import type { Audience } from '../people/audience.ts'
import type { AnswerCollections } from './collections.ts'
import type { News, Response } from './documents.ts'
import { taskId } from './tasks.ts'

export interface AnswerMessagesPorts {
  kept: Pick<AnswerCollections, 'decisions' | 'tasks'>
  clock: Clock
  secrets: Secrets
  audience: Pick<Audience, 'everybodyIn' | 'byMark' | 'markOf'>
  /** The first moment from `at` on at which people may be disturbed. */
  workingMoment(at: Date): Date
  plan(plan: Plan): Promise<unknown>
}

/** Who hears of an answer, and of what became of it. The same message has the same id, however often it is planned. */
export function answerMessages({ kept, clock, secrets, audience, workingMoment, plan }: AnswerMessagesPorts) {
  async function tell(tenant: string, people: readonly PersonId[], about: Record<string, string>): Promise<void> {
    for (const person of people) {
      const id = `answer-${secrets.hmac('answer', tenant, person, ...Object.entries(about).flat()).slice(0, 16)}`
      const due = instant(workingMoment(clock.now()))
      await plan({ tenant, person, id, feature: 'pulse', about, nudge: true, due })
    }
  }

  const idsBut = (mark: string, people: readonly Person[]): PersonId[] =>
    people.filter(({ tenant, id }) => audience.markOf(tenant, id) !== mark).map(({ id }) => id)

  /** What is asked of somebody lies with them before they are told: so that it can be exported, and erased. */
  async function bring(tenant: string, { kind, to, of: decision, place }: News): Promise<void> {
    const person = (await audience.byMark(tenant, to))?.id
    if (!person) return
    const task = { decision, place }
    if (kind === 'pass' || kind === 'owner')
      await putIfUnchanged(kept.tasks, { tenant, person, id: taskId(task), kind, ...task })
    await tell(tenant, [person], { [kind]: decision, place: String(place) })
  }

  return {
    tell,

    /** Word for word to everybody in the block but its author. */
    async deliver(response: Response, pulse: KeptPulse): Promise<Response> {
      const { tenant } = pulse
      const people = await audience.everybodyIn(pulse)
      for (const id of response.undelivered ?? []) {
        const decision = await kept.decisions.get({ tenant, id })
        if (decision) await tell(tenant, idsBut(decision.by, people), { decision: id })
      }
      const { undelivered: _undelivered, ...rest } = response
      return rest
    },

    /** A question goes to all of them alike. */
    async bringQuestion(response: Response, pulse: KeptPulse): Promise<Response> {
      const { question } = response
      if (!question) return response
      await tell(pulse.tenant, idsBut(question.by, await audience.everybodyIn(pulse)), { question: response.id })
      const { untold: _untold, ...told } = question
      return { ...response, question: told }
    },

    async bringNews(response: Response): Promise<Response> {
      for (const one of response.news ?? []) await bring(response.tenant, one)
      const { news: _news, ...rest } = response
      return rest
    },
  }
}

export type AnswerMessages = ReturnType<typeof answerMessages>
