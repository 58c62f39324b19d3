import type { People, Person } from '../../core/people.ts'
import type { Clock, PersonId } from '../../core/ports.ts'
import {
  dateOf,
  dayOf,
  hours,
  instant,
  later,
  momentOn,
  mondayOf,
  nextWorkday,
  plusDays,
  type Week,
  type Weekday,
  wallTime,
  weekAfter,
  weekOf,
} from '../../core/time.ts'
import { weekOfQuestion } from '../deliveries/delivery.ts'
import { ofDelivery, type PutQuestion, type PutQuestionPorts, putQuestions } from '../deliveries/put-question.ts'
import type { Agenda, Job } from '../operating/agenda.ts'
import type { Rules } from '../operating/sending-rules.ts'
import type { AttentionBudget } from '../sending/attention-budget.ts'
import type { Outbox } from '../sending/outbox.ts'
import { CANCELLED, type Pages } from './pages.ts'
import { createPlans, type PlanPorts } from './plans.ts'
import { dueOf, earliest, type Recipient } from './recipients.ts'
import type { Rhythms } from './rhythm.ts'
import { type RoundStatus, statusOf } from './status.ts'

/** A round is one sending of a question in one ISO week. A person is in it once, whatever restarts. */
export interface Rounds {
  /** This week's question for this person, which from now on need not be sent any more: they asked for it. */
  pull(tenant: string, person: PersonId): Promise<PutQuestion | undefined>
  /** The ISO week it is now. */
  week(): Week
  /** The question with this id, if it is this person's. `seenIn` is the message in which they have it before them. */
  of(tenant: string, person: PersonId, question: string, seenIn?: string): Promise<PutQuestion | undefined>
  /**
   * This week's question when it was put to this person, as far as anybody knows; without asking for it. `repliedTo` is
   * the message that they answer, whatever is in it.
   */
  current(tenant: string, person: PersonId, repliedTo?: string): Promise<PutQuestion | undefined>
  /** The question, of this week or one of the last four, that was sent in this message. */
  sentIn(tenant: string, person: PersonId, message: string): Promise<PutQuestion | undefined>
  /** Is it still worth sending, for the first time or `again`: not asked for, not skipped, of this week? */
  isWanted(tenant: string, person: PersonId, question: string, again: boolean): Promise<boolean>
  /** The same hour of this person's next working day, from now. */
  againAt(tenant: string, person: PersonId, workingDays?: readonly Weekday[]): Promise<Date>
  /**
   * Once more, at the same hour of the next working day. Undefined when that was so already, when a newer question comes by
   * then, or when the nudges of this week are spent.
   */
  later(tenant: string, person: PersonId, question: string): Promise<Date | undefined>
  /** Not this week: nothing more is sent about this question. */
  skip(tenant: string, person: PersonId, question: string): Promise<void>
  /** The person changed day or time: a question that was not sent yet moves along. */
  replan(tenant: string, person: PersonId): Promise<void>
  /** Sends one question to everybody this week, at their own time or `now`. Returns how many will get it. */
  start(
    tenant: string,
    prompt: { id: string; version: number },
    now: boolean,
  ): Promise<{ planned: number; already: number }>
  /** What is planned of this question for this week, and was not sent yet, is asked in other words, or is another question. */
  reword(tenant: string, prompt: string, now: { id: string; version: number }): Promise<void>
  /** How far the round of this week is; undefined when there is none. */
  status(tenant: string, week: Week): Promise<RoundStatus | undefined>
  /** What was not sent yet is not sent. Returns how many that are; undefined when there is no such round. */
  cancel(tenant: string, week: Week): Promise<number | undefined>
  /** What a cancelled round did not send is sent after all, at its own moment or now. */
  resume(tenant: string, week: Week): Promise<number | undefined>
  job: Job
}

export interface RoundPorts extends PlanPorts, PutQuestionPorts {
  pages: Pages
  outbox: Outbox
  rules: Pick<Rules, 'chosen'>
  budget: Pick<AttentionBudget, 'keepForReminder'>
  /** Looks afterwards whether anything of it was sent. */
  watch(tenant: string, recipients: readonly Recipient[]): Promise<void>
  people: People
  clock: Clock
  /** Looks who let their last cards lie. */
  reviewOf: Rhythms
}

const JOB = 'rounds'
/** So many weeks back a card may be quoted, and the answer is to its question. */
const QUOTED_BACK = 4
/** After plans that failed: a person who has one by then keeps it. */
const RETRY_AFTER = hours(1)

/** The roster changed or the service came up: everyone who has no question planned yet gets one. */
export const wakeRounds = (agenda: Agenda, tenant: string, clock: Clock) => agenda.wake(tenant, JOB, clock.now())

/** The same hour of the next working day. */
const againAt = (now: Date, workingDays?: readonly Weekday[]): Date =>
  momentOn(nextWorkday(plusDays(dayOf(now), 1), workingDays), wallTime(now))

export function createRounds(ports: RoundPorts): Rounds {
  const { pages, outbox, people, clock } = ports
  const { planOf, plansFor } = createPlans(ports)
  const { idOf, found, foundIn, note } = putQuestions(ports)
  const week = () => weekOf(clock.now())

  /** Wakes the sender once for all of them. */
  async function wakeFor(tenant: string, recipients: readonly Recipient[]): Promise<void> {
    const first = earliest(recipients.map(dueOf))
    if (first) await outbox.wake(tenant, new Date(first))
  }

  /** Nobody is put in a round that was cancelled. */
  async function chosen(tenant: string): Promise<Person[]> {
    if (await pages.isCancelled(tenant, week())) return []
    return ports.rules.chosen(tenant, await people.all(tenant), week())
  }

  async function run(tenant: string): Promise<Date> {
    const { wanted, failed } = await plansFor(await chosen(tenant), week(), {}, ports.reviewOf(tenant, week()))
    const stands = await pages.plan(tenant, week(), wanted, (known) => known)
    await wakeFor(tenant, stands)
    await ports.watch(tenant, stands)
    const nextWeek = momentOn(mondayOf(weekAfter(week())), '00:00')
    const again = later(clock.now(), RETRY_AFTER)
    return failed > 0 && again < nextWeek ? again : nextWeek
  }

  /** Does a newer question of this person come on that day, or before it? Then the older one lies in the chat. */
  async function isOvertaken(tenant: string, id: PersonId, of: Week, due: Date): Promise<boolean> {
    if (weekOf(due) === of) return false
    if (weekOf(due) !== weekAfter(of)) return true
    const person = await people.of(tenant, id)
    const next = person && (await planOf(person, weekAfter(of)))
    return next !== undefined && dateOf(dayOf(new Date(next.due))) <= dateOf(dayOf(due))
  }

  const rounds: Rounds = {
    week,
    againAt: async (tenant, person, workingDays) =>
      againAt(clock.now(), workingDays ?? (await people.of(tenant, person))?.workingDays),
    current: (tenant, person, repliedTo) => foundIn(tenant, person, week(), repliedTo, false),

    async of(tenant, person, question, seenIn) {
      const of = weekOfQuestion(question)
      return of && idOf(tenant, person, of) === question ? foundIn(tenant, person, of, seenIn) : undefined
    },

    async sentIn(tenant, person, message) {
      for (let ago = 0; ago <= QUOTED_BACK; ago++) {
        const { put } = await found(tenant, person, weekAfter(week(), -ago))
        if (put?.message === message) return put
      }
      return undefined
    },

    async isWanted(tenant, person, question, again) {
      const of = weekOfQuestion(question)
      // What was put off late in a week comes again on the next working day, also when that is in the week after it.
      if (of !== week() && !(again && of && weekAfter(of) === week())) return false
      const known = await ports.asked.get({ tenant, person, id: question })
      return !known?.skipped && (again || !known?.pulled)
    },

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
      const first = await rounds.of(tenant, person, question)
      const due = first && againAt(clock.now(), (await people.of(tenant, person))?.workingDays)
      if (!first || !due || (await isOvertaken(tenant, person, first.week, due))) return undefined
      const id = `${question}-later`
      // A place is kept in this week; next week it takes one of that week when it is sent.
      const isThisWeek = weekOf(due) === week()
      if (isThisWeek && !(await ports.budget.keepForReminder({ tenant, person }, id))) return undefined
      await note(tenant, person, first, 'later')
      const about = { week: first.week, prompt: first.prompt, version: String(first.version), question }
      const again = { tenant, person, id, feature: 'reflection', about, nudge: true }
      const planned = await outbox.plan({ ...again, due: instant(due) })
      return planned.state === 'planned' ? new Date(planned.due) : undefined
    },

    async skip(tenant, person, question) {
      const known = await rounds.of(tenant, person, question)
      if (known) await note(tenant, person, known, 'skipped')
    },

    async replan(tenant, id) {
      const person = await people.of(tenant, id)
      const plan = person && (await planOf(person, week()))
      // A moment of this week that has passed is for the next one.
      if (!plan || plan.due <= instant(clock.now())) return
      const moved = await pages.change(tenant, week(), id, (known) =>
        known.state === 'planned' ? { ...known, due: plan.due, retry: undefined } : undefined,
      )
      if (moved) await wakeFor(tenant, [moved])
    },

    async start(tenant, prompt, now) {
      const given = {
        prompt: prompt.id,
        version: prompt.version,
        ...(now && { due: instant(clock.now()), urgent: true }),
      }
      await pages.cancel(tenant, week(), false)
      const everyone = await chosen(tenant)
      const { wanted } = await plansFor(everyone, week(), given)
      const stands = await pages.plan(tenant, week(), wanted, (known, one) =>
        known.state === 'planned' ? { ...known, ...one, retry: undefined } : known,
      )
      const planned = stands.filter(({ state }) => state === 'planned')
      await wakeFor(tenant, planned)
      return { planned: planned.length, already: everyone.length - planned.length }
    },

    async reword(tenant, prompt, now) {
      await pages.each(tenant, week(), (known) => {
        const isSame = known.prompt === now.id && known.version === now.version
        if (known.prompt !== prompt || isSame || (known.state !== 'planned' && known.state !== 'waiting'))
          return undefined
        return { ...known, prompt: now.id, version: now.version }
      })
    },

    status: async (tenant, of) => statusOf(await pages.all(tenant, of), await pages.isCancelled(tenant, of)),

    async cancel(tenant, of) {
      await pages.cancel(tenant, of, true)
      const moved = await pages.each(tenant, of, (known) =>
        known.state === 'planned' || known.state === 'waiting'
          ? { ...known, state: 'withdrawn', code: CANCELLED }
          : undefined,
      )
      return moved?.length
    },

    async resume(tenant, of) {
      await pages.cancel(tenant, of, false)
      const moved = await pages.each(tenant, of, (known) =>
        known.state === 'withdrawn' && known.code === CANCELLED
          ? { ...known, state: 'planned', code: undefined }
          : undefined,
      )
      if (moved) await wakeFor(tenant, moved)
      return moved?.length
    },

    job: { name: JOB, run },
  }
  return rounds
}
