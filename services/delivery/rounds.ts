import type { People, Person } from '../core/people.ts'
import { type Clock, type Log, type PersonId, type Secrets, Unavailable } from '../core/ports.ts'
import { change } from '../core/put.ts'
import {
  dayOf,
  hours,
  instant,
  isWorkday,
  later,
  momentOn,
  mondayOf,
  plusDays,
  type Week,
  type Weekday,
  wallTime,
  weekAfter,
  weekOf,
} from '../core/time.ts'
import type { Agenda, Job } from './agenda.ts'
import type { Deliveries, Delivery, Plan } from './delivery.ts'
import type { Outbox } from './outbox.ts'
import { questionTime, type Timetable } from './timetable.ts'

/** A round is one sending of a question in one ISO week. A person has one delivery in it, whatever restarts. */
export interface Rounds {
  /** This week's question for this person, which from now on need not be sent any more: they asked for it. */
  pull(tenant: string, person: PersonId): Promise<Delivery | undefined>
  /** The ISO week it is now. */
  week(): Week
  /** This week's question when it was put to this person, as far as anybody knows; without asking for it. */
  current(tenant: string, person: PersonId): Promise<Delivery | undefined>
  /** Once more, at the same hour of the next working day. Undefined when that was so already, or the week is over. */
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
  job: Job
}

export interface RoundPorts {
  deliveries: Deliveries
  outbox: Outbox
  agenda: Agenda
  people: People
  clock: Clock
  secrets: Secrets
  log: Log
  timetableOf(tenant: string, person: PersonId): Promise<Timetable>
  /** The question that is this person's turn. */
  promptOf(person: Person, week: Week): { id: string; version: number }
}

/**
 * The id of one person's question of one week. It is bound to the person, so that a card of a colleague is refused,
 * and it names nobody.
 */
export const questionId = (secrets: Secrets, tenant: string, person: PersonId, week: Week) =>
  `question-${week}-${secrets.hmac('question', tenant, person, week).slice(0, 12)}`

/** Marks a question that this person does not want to see again this week. */
export const SKIPPED = 'skipped'

/** Marks a question that this person asked for. */
const PULLED = 'pulled'

/** A question that was withdrawn for any other reason, or refused by the channel, was never seen. */
const wasPut = ({ state, code }: Delivery) =>
  state === 'withdrawn'
    ? code === PULLED || code === SKIPPED
    : state !== 'planned' && state !== 'waiting' && state !== 'rejected'

const JOB = 'rounds'
/** After plans that failed: whoever has one by then keeps it. */
const RETRY_AFTER = hours(1)

/** The roster changed or the service came up: whoever has no question planned yet gets one. */
export const wakeRounds = (agenda: Agenda, tenant: string, clock: Clock) => agenda.wake(tenant, JOB, clock.now())

/** The same hour of the next working day. */
function againAt(now: Date, workingDays?: Weekday[]): Date {
  let again = momentOn(plusDays(dayOf(now), 1), wallTime(now))
  while (!isWorkday(dayOf(again), workingDays)) again = momentOn(plusDays(dayOf(again), 1), wallTime(now))
  return again
}

export function createRounds(ports: RoundPorts): Rounds {
  const { deliveries, outbox, people, clock } = ports

  /** Undefined in a week in which this person has no working day, unless a moment is given. */
  async function planOf(person: Person, given: Partial<Pick<Plan, 'about' | 'due' | 'urgent'>> = {}) {
    const week = weekOf(clock.now())
    const { workingDays } = person
    const own = questionTime(week, {
      ...(workingDays && { workingDays }),
      ...(await ports.timetableOf(person.tenant, person.id)),
    })
    const { id, version } = ports.promptOf(person, week)
    const plan: Omit<Plan, 'due'> & { due?: string } = {
      tenant: person.tenant,
      person: person.id,
      id: questionId(ports.secrets, person.tenant, person.id, week),
      feature: 'reflection',
      about: { week, prompt: id, version: String(version) },
      nudge: true,
      ...(own && { due: instant(own) }),
      ...given,
    }
    return plan.due ? { ...plan, due: plan.due } : undefined
  }

  async function thisWeeks(tenant: string, id: PersonId, given: Partial<Plan> = {}): Promise<Plan | undefined> {
    const person = await people.of(tenant, id)
    return person && (await planOf(person, given))
  }

  /** Changes a question that was not sent yet. What was sent, or asked for, stays as it was: then it is undefined. */
  async function move(plan: Plan, to: Partial<Plan>): Promise<Delivery | undefined> {
    const { doc } = await change(deliveries, plan, (known) =>
      known?.state === 'planned' ? { ...known, ...to, retry: undefined } : undefined,
    )
    return doc?.state === 'planned' ? doc : undefined
  }

  /** One person whose plan fails must not keep the others from theirs; without a store there is nothing for anybody. */
  async function planSafely(person: Person): Promise<Delivery | 'failed' | undefined> {
    try {
      const plan = await planOf(person)
      return plan && (await outbox.keep(plan))
    } catch (error) {
      if (error instanceof Unavailable) throw error
      const code = error instanceof Error ? error.name : 'unknown'
      ports.log.error('plan-failed', { tenant: person.tenant, code })
      return 'failed'
    }
  }

  /** Wakes the sender once for a whole tenant. */
  async function wakeFor(tenant: string, planned: readonly Delivery[]): Promise<void> {
    const [first] = planned.map(({ due }) => due).sort()
    if (first) await outbox.wake(tenant, new Date(first))
  }

  async function run(tenant: string): Promise<Date> {
    const planned: Delivery[] = []
    let failed = 0
    for (const person of await people.all(tenant)) {
      const kept = await planSafely(person)
      if (kept === 'failed') failed++
      else if (kept?.state === 'planned') planned.push(kept)
    }
    await wakeFor(tenant, planned)
    const nextWeek = momentOn(mondayOf(weekAfter(weekOf(clock.now()))), '00:00')
    const again = later(clock.now(), RETRY_AFTER)
    return failed > 0 && again < nextWeek ? again : nextWeek
  }

  return {
    week: () => weekOf(clock.now()),

    async current(tenant, person) {
      const known = await deliveries.get({
        tenant,
        person,
        id: questionId(ports.secrets, tenant, person, weekOf(clock.now())),
      })
      return known && wasPut(known) ? known : undefined
    },

    async pull(tenant, person) {
      const asked = await thisWeeks(tenant, person, { due: instant(clock.now()) })
      if (!asked) return undefined
      const { doc } = await change(deliveries, asked, (known): Delivery | undefined =>
        known && wasPut(known) ? undefined : { ...(known ?? asked), state: 'withdrawn', code: PULLED },
      )
      return doc
    },

    async later(tenant, person, question) {
      const first = await deliveries.get({ tenant, person, id: question })
      const due = first && againAt(clock.now(), (await people.of(tenant, person))?.workingDays)
      if (!first || !due || weekOf(due) !== first.about.week) return undefined
      const { feature, about, nudge } = first
      const again = { tenant, person, id: `${question}-later`, feature, about: { ...about, question }, nudge }
      const planned = await outbox.plan({ ...again, due: instant(due) })
      return planned.state === 'planned' ? new Date(planned.due) : undefined
    },

    async skip(tenant, person, question) {
      await change(deliveries, { tenant, person, id: question }, (known) => known && { ...known, code: SKIPPED })
    },

    async replan(tenant, person) {
      const plan = await thisWeeks(tenant, person)
      // A moment of this week that has passed is for the next one.
      const moved = plan && plan.due > instant(clock.now()) && (await move(plan, { due: plan.due }))
      if (moved) await wakeFor(tenant, [moved])
    },

    async start(tenant, prompt, now) {
      const week = weekOf(clock.now())
      const about = { week, prompt: prompt.id, version: String(prompt.version) }
      const given = { about, ...(now && { due: instant(clock.now()), urgent: true }) }
      const everyone = await people.all(tenant)
      const planned: Delivery[] = []
      try {
        for (const person of everyone) {
          const plan = await planOf(person, given)
          const moved = plan && (await outbox.keep(plan)) && (await move(plan, plan))
          if (moved) planned.push(moved)
        }
      } finally {
        await wakeFor(tenant, planned)
      }
      return { planned: planned.length, already: everyone.length - planned.length }
    },

    job: { name: JOB, run },
  }
}
