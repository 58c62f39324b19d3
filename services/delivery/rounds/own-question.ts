import type { People } from '../../core/people.ts'
import type { Clock, PersonId } from '../../core/ports.ts'
import {
  dateOf,
  dayOf,
  instant,
  momentOn,
  nextWorkday,
  plusDays,
  type Week,
  type Weekday,
  wallTime,
  weekAfter,
  weekOf,
} from '../../core/time.ts'
import type { Noting } from '../deliveries/asked-notes.ts'
import { ofDelivery, type PutQuestion, type PutQuestions } from '../deliveries/put-question.ts'
import type { AttentionBudget } from '../sending/attention-budget.ts'
import type { Outbox } from '../sending/outbox.ts'
import type { Plans } from './plans.ts'

/** What a person does about the question of a week. */
export interface OwnQuestions {
  /** This week's question for this person, which from now on need not be sent any more: they asked for it. */
  pull(tenant: string, person: PersonId): Promise<PutQuestion | undefined>
  /** The same hour of this person's next working day, from now. */
  againAt(tenant: string, person: PersonId, workingDays?: readonly Weekday[]): Promise<Date>
  /**
   * Once more, at the same hour of the next working day. Undefined when that was so already, when a newer question comes by
   * then, or when the nudges of this week are spent.
   */
  later(tenant: string, person: PersonId, question: string): Promise<Date | undefined>
  /** Not this week: nothing more is sent about this question. */
  skip(tenant: string, person: PersonId, question: string): Promise<void>
}

export interface OwnQuestionPorts {
  outbox: Pick<Outbox, 'plan'>
  budget: Pick<AttentionBudget, 'keepForReminder'>
  people: Pick<People, 'of'>
  clock: Clock
}

export function ownQuestions(
  { outbox, budget, people, clock }: OwnQuestionPorts,
  { idOf, found, of, week }: PutQuestions,
  note: Noting['note'],
  planOf: Plans['planOf'],
): OwnQuestions {
  async function againAt(tenant: string, person: PersonId, workingDays?: readonly Weekday[]): Promise<Date> {
    const days = workingDays ?? (await people.of(tenant, person))?.workingDays
    return momentOn(nextWorkday(plusDays(dayOf(clock.now()), 1), days), wallTime(clock.now()))
  }

  /** Does a newer question of this person come on that day, or before it? Then the older one lies in the chat. */
  async function isOvertaken(tenant: string, id: PersonId, asked: Week, due: Date): Promise<boolean> {
    if (weekOf(due) === asked) return false
    if (weekOf(due) !== weekAfter(asked)) return true
    const person = await people.of(tenant, id)
    const next = person && (await planOf(person, weekAfter(asked)))
    return next !== undefined && dateOf(dayOf(new Date(next.due))) <= dateOf(dayOf(due))
  }

  return {
    againAt,

    async pull(tenant, id) {
      const { put, inRound } = await found(tenant, id, week())
      // A person who asks for a card that came, or may have come, has it now: no line has to say so, and nobody ignored
      // it.
      if (put && inRound) await note(tenant, id, put, 'pulled')
      if (put) return put
      const person = await people.of(tenant, id)
      const now = instant(clock.now())
      const plan = person && (inRound ? ofDelivery(inRound) : await planOf(person, week(), { due: now }))
      if (!plan) return undefined
      const question = { id: idOf(tenant, id, week()), week: week(), prompt: plan.prompt, version: plan.version }
      await note(tenant, id, question, 'pulled')
      return question
    },

    async later(tenant, person, question) {
      const first = await of(tenant, person, question)
      const due = first && (await againAt(tenant, person))
      if (!first || !due || (await isOvertaken(tenant, person, first.week, due))) return undefined
      const id = `${question}-later`
      // A place is kept in this week; next week it takes one of that week when it is sent.
      const isThisWeek = weekOf(due) === week()
      if (isThisWeek && !(await budget.keepForReminder({ tenant, person }, id))) return undefined
      await note(tenant, person, first, 'later')
      const about = { week: first.week, prompt: first.prompt, version: String(first.version), question }
      const again = { tenant, person, id, feature: 'reflection', about, nudge: true }
      const planned = await outbox.plan({ ...again, due: instant(due) })
      return planned.state === 'planned' ? new Date(planned.due) : undefined
    },

    async skip(tenant, person, question) {
      const known = await of(tenant, person, question)
      if (known) await note(tenant, person, known, 'skipped')
    },
  }
}
