import type { People, Person } from '../../core/people.ts'
import type { Clock } from '../../core/ports.ts'
import { hours, instant, later, momentOn, mondayOf, weekAfter } from '../../core/time.ts'
import { type Noting, noting } from '../deliveries/asked-notes.ts'
import { type PutQuestionPorts, type PutQuestions, putQuestions } from '../deliveries/put-question.ts'
import type { Agenda, Job } from '../operating/agenda.ts'
import type { Rules } from '../operating/sending-rules.ts'
import type { Outbox } from '../sending/outbox.ts'
import { type OwnQuestionPorts, type OwnQuestions, ownQuestions } from './own-question.ts'
import type { Pages } from './pages.ts'
import { type PlannedRoundPorts, type PlannedRounds, plannedRounds, wakeFor } from './planned-round.ts'
import { createPlans, type PlanPorts } from './plans.ts'
import type { Recipient } from './recipients.ts'
import type { Rhythms } from './rhythm.ts'

type Found = Pick<PutQuestions, 'week' | 'of' | 'current' | 'sentIn'> & Pick<Noting, 'isWanted'>

/** A round is one sending of a question in one ISO week. A person is in it once, whatever restarts. */
export interface Rounds extends Found, OwnQuestions, PlannedRounds {
  /** Sends one question to everybody this week, at their own time or `now`. Returns how many will get it. */
  start(
    tenant: string,
    prompt: { id: string; version: number },
    now: boolean,
  ): Promise<{ planned: number; already: number }>
  job: Job
}

export interface RoundPorts extends PlanPorts, PutQuestionPorts, OwnQuestionPorts, PlannedRoundPorts {
  pages: Pages
  outbox: Outbox
  rules: Pick<Rules, 'chosen'>
  /** Looks afterwards whether anything of it was sent. */
  watch(tenant: string, recipients: readonly Recipient[]): Promise<void>
  people: People
  /** Looks who let their last cards lie. */
  reviewOf: Rhythms
}

const JOB = 'rounds'
/** After plans that failed: a person who has one by then keeps it. */
const RETRY_AFTER = hours(1)

/** The roster changed or the service came up: everyone who has no question planned yet gets one. */
export const wakeRounds = (agenda: Agenda, tenant: string, clock: Clock) => agenda.wake(tenant, JOB, clock.now())

export function createRounds(ports: RoundPorts): Rounds {
  const { pages, outbox, people, clock } = ports
  const { planOf, plansFor } = createPlans(ports)
  const put = putQuestions(ports)
  const { week, of, current, sentIn } = put
  const { note, isWanted } = noting(ports)

  /** Nobody is put in a round that was cancelled. */
  async function chosen(tenant: string): Promise<Person[]> {
    if (await pages.isCancelled(tenant, week())) return []
    return ports.rules.chosen(tenant, await people.all(tenant), week())
  }

  async function run(tenant: string): Promise<Date> {
    const { wanted, failed } = await plansFor(await chosen(tenant), week(), {}, ports.reviewOf(tenant, week()))
    const stands = await pages.plan(tenant, week(), wanted, (known) => known)
    await wakeFor(outbox, tenant, stands)
    await ports.watch(tenant, stands)
    const nextWeek = momentOn(mondayOf(weekAfter(week())), '00:00')
    const again = later(clock.now(), RETRY_AFTER)
    return failed > 0 && again < nextWeek ? again : nextWeek
  }

  return {
    week,
    of,
    current,
    sentIn,
    isWanted,
    ...ownQuestions(ports, put, note, planOf),
    ...plannedRounds(ports, planOf),

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
      await wakeFor(outbox, tenant, planned)
      return { planned: planned.length, already: everyone.length - planned.length }
    },

    job: { name: JOB, run },
  }
}
