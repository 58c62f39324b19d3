import type { Clock, Collection, PersonId } from '../core/ports.ts'
import { change } from '../core/store/change.ts'
import { everything } from '../core/store/read-all.ts'
import { days, instant, later, momentOn, mondayOf, weekAfter, weekOf } from '../core/time.ts'
import type { Plan } from '../delivery/deliveries/delivery.ts'
import type { Job } from '../delivery/operating/agenda.ts'
import { checkedRules, entering, followingJob, type Rules } from '../follow-through/follow-through.ts'
import type { Barrier, State, Step } from './documents.ts'
import type { PlaceOnList } from './schema.ts'

export interface FollowingBarrierPorts {
  clock: Clock
  plan(plan: Plan): Promise<unknown>
  workingMoment(at: Date): Date
  /** The first moment from then on at which this person works. */
  atWork(tenant: string, person: PersonId, at: Date): Promise<Date>
  wake(tenant: string, job: string, at: Date): Promise<void>
  /** Who keeps the list of this municipality. */
  keepersOf(tenant: string): Promise<readonly PersonId[]>
  /** Whether this week of somebody has no place left for what a colleague asks. */
  isSpent(who: { tenant: string; person: PersonId }): Promise<boolean>
  /** Whether somebody leads a team. */
  leads(tenant: string, person: PersonId): Promise<boolean>
  /** How many other things wait for a decision of this person. */
  otherDuties(tenant: string, person: PersonId): Promise<number>
  /** How many barriers this person has taken on, or is asked about. */
  heldBy(tenant: string, person: PersonId): Promise<number>
}

/** The feature that renders what is said of the list. */
export const BARRIERS = 'barriers'
const JOB = 'barriers'
/** More open duties nobody who leads a team has at once: the rest waits (product 13). */
const DUTIES_AT_MOST = 5
/** So long the keeper has to find an owner: after that it says so on the list that nobody took it on. */
const LISTED_DAYS = 42
/** So long somebody who is asked has for a yes or no. */
const ASKED_DAYS = 14
/** So long after the day that was promised the list's keeper gets it back. */
const OVERDUE_DAYS = 7
const MORNING = '09:00'

const placeOf = (state: State): PlaceOnList => (state === 'asked' ? 'listed' : state)
/** What came between a write and what follows from it is mended after so long. */
const MENDED_MS = 60_000

/** What follows a change: who is asked, who is told, and what happens when nobody says anything. */
export function following(kept: Collection<Barrier>, ports: FollowingBarrierPorts) {
  const { clock, plan, workingMoment, atWork } = ports
  const from = (at: string, count: number) => later(new Date(at), days(count))
  const soon = ({ since }: Barrier) => workingMoment(new Date(since))
  const promised = ({ next, since }: Barrier) => workingMoment(new Date(next ?? since))
  const owned: Rules<State, Barrier>[State] = {
    to: ['working', 'gone', 'stays', 'asked', 'listed'],
    asks: promised,
    ends: (one) => later(promised(one), days(OVERDUE_DAYS)),
    silence: 'listed',
  }
  const rules = checkedRules<State, Barrier>({
    listed: {
      to: ['asked', 'stays'],
      asks: soon,
      ends: ({ since }) => from(since, LISTED_DAYS),
      silence: 'stays',
    },
    asked: {
      to: ['owned', 'asked', 'listed', 'stays'],
      asks: soon,
      ends: ({ since }) => from(since, ASKED_DAYS),
      silence: 'listed',
    },
    owned,
    working: owned,
    gone: 'ended',
    stays: 'ended',
  })

  /** In this state, with the step that is told of it. That somebody is asked is told to nobody else. */
  function moved(barrier: Barrier, state: State, said: Partial<Step> = {}): Barrier {
    const at = instant(clock.now())
    const { candidate: _candidate, why: _why, owner, next: _next, ...rest } = barrier
    const place = placeOf(state)
    const step: Step = { at, state: place, ...said }
    const keepsOwner = state === 'working' || state === 'gone'
    const now: Barrier = {
      ...rest,
      since: at,
      ...(keepsOwner && owner && { owner }),
      ...(said.next && { next: said.next }),
      // From one working day to the next is a step too.
      steps: state === 'working' || place !== placeOf(barrier.state) ? [...rest.steps, step] : rest.steps,
    }
    return entering(rules, now, state)
  }

  const message = ({ tenant, id }: Barrier, what: string, person: PersonId, due: Date, more: Partial<Plan>) =>
    plan({
      tenant,
      person,
      id: `barrier-${what}-${id}`,
      feature: BARRIERS,
      about: { barrier: id, what },
      nudge: false,
      due: instant(due),
      ...more,
    })

  /** Once a day, however many there are: it is one card. */
  async function duty(tenant: string, person: PersonId, what: 'listed' | 'due'): Promise<void> {
    const due = await atWork(tenant, person, clock.now())
    const id = `barriers-${what}-${instant(due).slice(0, 10)}`
    await plan({ tenant, person, id, feature: BARRIERS, about: { what }, nudge: false, due: instant(due) })
  }

  /** When there is room to ask this person; undefined where that is now. */
  async function roomAt({ tenant }: Barrier, person: PersonId): Promise<Date | undefined> {
    const [leads, others, own] = await Promise.all([
      ports.leads(tenant, person),
      ports.otherDuties(tenant, person),
      ports.heldBy(tenant, person),
    ])
    const tomorrow = () => workingMoment(later(clock.now(), days(1)))
    // This one is among those that are theirs already.
    if (leads && others + own > DUTIES_AT_MOST) return tomorrow()
    const nextWeek = momentOn(mondayOf(weekAfter(weekOf(clock.now()))), MORNING)
    return (await ports.isSpent({ tenant, person })) ? workingMoment(nextWeek) : undefined
  }

  async function ask(barrier: Barrier): Promise<Date | undefined> {
    const { tenant, id, state, candidate, owner, steps } = barrier
    if (state === 'listed') for (const keeper of await ports.keepersOf(tenant)) await duty(tenant, keeper, 'listed')
    if ((state === 'owned' || state === 'working') && owner) await duty(tenant, owner, 'due')
    if (state !== 'asked' || !candidate) return undefined
    const waits = await roomAt(barrier, candidate)
    if (!waits)
      await message(barrier, 'asked', candidate, await atWork(tenant, candidate, clock.now()), {
        id: `barrier-asked-${id}-${steps.length}`,
        nudge: true,
      })
    return waits
  }

  /** Every change is told to who raised it and who joined, in the words in which it was said. */
  async function tell(barrier: Barrier): Promise<void> {
    const { id, by, joined, steps, told } = barrier
    const hears = [...new Set([...(by ? [by] : []), ...joined])]
    for (const [place, step] of steps.entries()) {
      if (place < told) continue
      for (const person of hears.filter((one) => one !== step.by))
        await message(barrier, 'news', person, clock.now(), {
          id: `barrier-news-${id}-${place}`,
          about: { barrier: id, what: 'news', step: String(place) },
        })
    }
    await change(kept, barrier, (now) => (now && now.told < steps.length ? { ...now, told: steps.length } : undefined))
  }

  const followed = followingJob<State, Barrier>({ name: JOB, kept, rules, clock, ask, goesOn: moved })
  const job: Job = {
    name: JOB,
    async run(tenant, signal) {
      const next = await followed.run(tenant, signal)
      for (const one of await everything(kept, { tenant }, 'untold')) if (!signal.aborted) await tell(one)
      return next
    },
  }

  return {
    job,
    moved,

    /** A write, and what follows from it: also where the process ends in between. */
    async write(key: Pick<Barrier, 'tenant' | 'id'>, decide: (now: Barrier | undefined) => Barrier | undefined) {
      await ports.wake(key.tenant, JOB, later(clock.now(), MENDED_MS))
      const { doc } = await change(kept, { tenant: key.tenant, id: key.id }, decide)
      await ports.wake(key.tenant, JOB, clock.now())
      return doc
    },

    waits: ({ state, asked, looks, ...one }: Barrier) =>
      state === 'asked' && !asked && looks !== undefined && looks > instant(soon({ ...one, state })),
  }
}
