import type { Clock, Collection, PersonId } from '../../core/ports.ts'
import { staying } from '../../core/staying.ts'
import { everything } from '../../core/store/read-all.ts'
import type { Audience } from '../people/audience.ts'
import type { Decisions } from './decisions.ts'
import type { AnsweredPoint, Asked, Decision, News, Response, Task } from './documents.ts'
import { termsFrom } from './owed/answer-deadlines.ts'
import type { Responses } from './responses.ts'

export interface TasksPorts {
  kept: { tasks: Collection<Task> }
  clock: Clock
  audience: Pick<Audience, 'markOf'>
  responses: Responses
  decisions: Pick<Decisions, 'of'>
}

/** A point of a decision, as somebody was asked about it. */
export interface TaskOf {
  decision: string
  place: number
}

export type Handed =
  | { kind: 'took'; pulse: string }
  | { kind: 'gave-back' | 'confirmed' | 'not-owner' }
  /** Answered before, or taken back meanwhile. */
  | { kind: 'gone' }
  | { kind: 'not-yours' }

/** A point at which somebody was named, with all that it is about. */
export interface NamedPoint {
  decision: Decision
  response: Response
  place: number
  point: AnsweredPoint
}

/** A question that is still open. */
export interface OpenTask extends NamedPoint {
  asked: Asked
}

export const taskId = ({ decision, place }: TaskOf) => `${decision}.${place}`

/** The person a decision named says yes or no: to taking a point over, or to being its owner. */
export function tasks({ kept, clock, audience, responses, decisions }: TasksPorts) {
  const { open, owned } = taskPoints({ kept, audience, responses, decisions })
  const tasksOf = (tenant: string, person: PersonId) => everything(kept.tasks, { tenant, person }, 'all')

  async function answer(tenant: string, person: PersonId, task: TaskOf, yes: boolean): Promise<Handed> {
    const one = await open(tenant, person, task)
    if (!one) {
      const known = await kept.tasks.get({ tenant, person, id: taskId(task) })
      return { kind: known ? 'gone' : 'not-yours' }
    }
    const { kind, pulse } = { kind: one.asked.kind, pulse: one.decision.pulse }
    await responses.saveAndTell(one.response, (current) => answered(current, one, yes, clock.now()))
    if (kind === 'owner') return { kind: yes ? 'confirmed' : 'not-owner' }
    return yes ? { kind: 'took', pulse } : { kind: 'gave-back' }
  }

  return {
    open,
    owned,
    answer,

    /** The questions that this person has not answered, the newest first. */
    async waiting(tenant: string, person: PersonId, kind: Asked['kind']): Promise<Task[]> {
      const all = (await tasksOf(tenant, person)).filter((one) => one.kind === kind).reverse()
      const isOpen = await Promise.all(all.map((task) => open(tenant, person, task)))
      return all.filter((_, place) => isOpen[place])
    },

    /** The pulse of which this person took over a point last. */
    async lastHeld(tenant: string, person: PersonId): Promise<string | undefined> {
      const mark = audience.markOf(tenant, person)
      for (const { decision } of (await tasksOf(tenant, person)).reverse()) {
        const pulse = (await decisions.of(tenant, decision))?.pulse
        const response = pulse ? await responses.of(tenant, pulse) : undefined
        if (response?.points.some(({ holder }) => holder === mark)) return pulse
      }
      return undefined
    },

    export: tasksOf,

    /** A person who is erased is asked nothing any more: that counts as a no. */
    async forget(tenant: string, person: PersonId): Promise<void> {
      for (const task of await tasksOf(tenant, person)) {
        await answer(tenant, person, task, false)
        await kept.tasks.remove(task)
      }
    },
  }
}

/** From what somebody was asked to the point that it is about. */
function taskPoints({ kept, audience, responses, decisions }: Omit<TasksPorts, 'clock'>) {
  async function pointOf(tenant: string, { decision: id, place }: TaskOf): Promise<NamedPoint | undefined> {
    const decision = await decisions.of(tenant, id)
    const response = decision && (await responses.of(tenant, decision.pulse))
    const point = response?.points[place]
    return decision && response && point && { decision, response, place, point }
  }

  /** What this person is asked; undefined when it is not theirs, or theirs no more. */
  async function open(tenant: string, person: PersonId, task: TaskOf): Promise<OpenTask | undefined> {
    const named = await pointOf(tenant, task)
    const asked = named?.point.asked
    if (!named || asked?.of !== task.decision) return undefined
    return asked.to === audience.markOf(tenant, person) ? { ...named, asked } : undefined
  }

  /** The point that this person said yes to as its owner, as it is now; undefined when it is not theirs. */
  async function owned(tenant: string, person: PersonId, task: TaskOf): Promise<NamedPoint | undefined> {
    const known = await kept.tasks.get({ tenant, person, id: taskId(task) })
    const named = known && (await pointOf(tenant, task))
    const { confirmed, noted } = named?.point ?? {}
    return confirmed && noted?.owner === audience.markOf(tenant, person) ? named : undefined
  }

  return { open, owned }
}

/** Undefined when it was answered meanwhile. */
function answered(current: Response, { place, asked }: OpenTask, yes: boolean, now: Date): Response | undefined {
  const known = current.points[place]
  if (!known?.asked || known.asked.of !== asked.of || known.asked.to !== asked.to) return undefined
  const points = current.points.with(place, yes ? accepted(known, asked) : refused(known))
  const news: News[] = [...(current.news ?? []), ...newsOf(asked, place, yes)]
  // A point that goes back keeps its clock; one that had an answer in time gets a new one.
  const terms = asked.kind === 'owner' && !yes ? { ...termsFrom(now), reminded: false, missed: false } : {}
  return { ...current, points, news, ...terms }
}

function accepted({ asked: _asked, noted, ...rest }: AnsweredPoint, { kind, to }: Asked): AnsweredPoint {
  return kind === 'pass'
    ? { ...rest, state: 'open', holder: to }
    : { ...rest, ...(noted && { noted }), confirmed: true }
}

/** What was noted is still there, without the name. */
export function refused({ noted, ...one }: AnsweredPoint): AnsweredPoint {
  return {
    ...staying(one, 'point', 'postponed', 'promised', 'holder', 'confirmed'),
    state: 'open',
    ...(noted && noted.decision !== 'doorgeven' && { noted: staying(noted, 'decision', 'reason', 'hears') }),
  }
}

/** The person who named somebody hears what they said. A yes of an owner is no news. */
function newsOf({ kind, to, from, of }: Asked, place: number, yes: boolean): News[] {
  if (kind === 'owner' && yes) return []
  const what = kind === 'owner' ? 'not-owner' : yes ? 'took' : 'gave-back'
  return [{ kind: what, to: from, from: to, of, place }]
}

export type Tasks = ReturnType<typeof tasks>
