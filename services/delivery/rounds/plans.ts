import type { Person } from '../../core/people.ts'
import { type Log, type PersonId, Unavailable } from '../../core/ports.ts'
import { instant, type Week } from '../../core/time.ts'
import type { Recipient } from './recipients.ts'
import type { Rhythms } from './rhythm.ts'
import { questionTime, type Timetable } from './timetable.ts'

export interface PlanPorts {
  log: Log
  timetableOf(tenant: string, person: PersonId): Promise<Timetable>
  /** The question that is this person's turn. */
  promptOf(person: Person, week: Week): Promise<{ id: string; version: number }>
}

/** What is planned for people in a week: which question, and when. */
export function createPlans({ log, timetableOf, promptOf }: PlanPorts) {
  /** Undefined in a week in which this person has no working day, unless a moment is given. */
  async function planOf(
    person: Person,
    week: Week,
    given: Partial<Recipient> = {},
    timetable?: Timetable,
  ): Promise<Recipient | undefined> {
    const { workingDays } = person
    const own = questionTime(week, {
      ...(workingDays && { workingDays }),
      ...(timetable ?? (await timetableOf(person.tenant, person.id))),
    })
    const due = given.due ?? (own && instant(own))
    const { id, version } = await promptOf(person, week)
    return due === undefined ? undefined : { person: person.id, prompt: id, version, state: 'planned', ...given, due }
  }

  /** One person whose plan fails must not keep the others from theirs; without a store there is nothing for anybody. */
  async function planSafely(person: Person, week: Week, given?: Partial<Recipient>, review?: ReturnType<Rhythms>) {
    try {
      const timetable = await timetableOf(person.tenant, person.id)
      await review?.(person, timetable.rhythm)
      return await planOf(person, week, given, timetable)
    } catch (error) {
      if (error instanceof Unavailable) throw error
      const code = error instanceof Error ? error.name : 'unknown'
      log.error('plan-failed', { tenant: person.tenant, code })
      return 'failed'
    }
  }

  async function plansFor(
    everyone: readonly Person[],
    week: Week,
    given?: Partial<Recipient>,
    review?: ReturnType<Rhythms>,
  ) {
    const wanted: Recipient[] = []
    let failed = 0
    for (const person of everyone) {
      const plan = await planSafely(person, week, given, review)
      if (plan === 'failed') failed++
      else if (plan) wanted.push(plan)
    }
    return { wanted, failed }
  }

  return { planOf, plansFor }
}

export type Plans = ReturnType<typeof createPlans>
