import type { Clock, Collection, Instant, PersonId, Store } from '../core/ports.ts'
import { change } from '../core/store/change.ts'
import { everything } from '../core/store/read-all.ts'
import { dayOf, instant, momentOn, mondayOf, months, plusDays, weekOf } from '../core/time.ts'
import type { Plan } from '../delivery/deliveries/delivery.ts'
import { checkedRules, entering, type Followed, followingJob, type Rules } from '../follow-through/follow-through.ts'
import { AFTER, type After, type Barrier, type Result } from './schema.ts'

export type State = 'two-weeks' | 'six-weeks' | 'twelve-weeks' | 'ended'

/** How it went, so many weeks after it was said. */
export interface Check {
  after: After
  at: Instant
  result: Result
  barriers?: Barrier[]
}

/** What somebody will do with what they learned, in their own words. They alone read it. */
export interface Intention extends Followed<State> {
  text: string
  /** The moment that it comes from. */
  moment?: string
  at: Instant
  /** Oldest first. */
  checks: Check[]
}

export interface IntentionPorts {
  store: Store
  clock: Clock
  plan(plan: Plan): Promise<unknown>
  workingMoment(at: Date): Date
  /** The first moment from then on at which this person works. */
  atWork(tenant: string, person: PersonId, at: Date): Promise<Date>
  wake(tenant: string, job: string, at: Date): Promise<void>
}

export type Begun = { kind: 'begun'; intention: Intention } | { kind: 'enough'; open: Intention[] }

/** The feature that renders the question how it goes. */
export const INTENTIONS = 'intentions'
const JOB = 'intentions'
/** More than these nobody does at a time. */
export const OPEN_AT_MOST = 2
/** After the last time it is asked, so many weeks are left to say how it went. */
const LAST_WEEKS = 4
/** At the beginning of a working day, so that all that is due in a week comes together. */
const HOUR = '09:00'

type Of = { tenant: string; person: PersonId }

/** After how many weeks it is asked in each state, and what comes after that. */
const STEPS: Readonly<Record<Exclude<State, 'ended'>, { after: After; next: State }>> = {
  'two-weeks': { after: 2, next: 'six-weeks' },
  'six-weeks': { after: 6, next: 'twelve-weeks' },
  'twelve-weeks': { after: 12, next: 'ended' },
}

export const isOpen = ({ state }: Pick<Intention, 'state'>) => state !== 'ended'

/** The time at which it is asked next, in weeks after it was said. */
export const nextAfter = ({ state }: Pick<Intention, 'state'>): After | undefined =>
  state === 'ended' ? undefined : STEPS[state].after

/** What somebody wants to do differently, asked about after two, six and twelve weeks. */
export function intentions({ store, clock, plan, workingMoment, atWork, wake }: IntentionPorts) {
  const kept: Collection<Intention> = store.collection<Intention>({
    name: 'intentions',
    owner: 'person',
    indexes: { at: ({ at }) => at, looks: ({ looks }) => looks },
    lives: { for: months(12), from: ({ at }) => at },
  })

  const asksOn = ({ at }: Pick<Intention, 'at'>, weeks: number): Date =>
    workingMoment(momentOn(mondayOf(weekOf(momentOn(plusDays(dayOf(new Date(at)), weeks * 7), HOUR))), HOUR))
  const open = (state: Exclude<State, 'ended'>): Rules<State, Intention>[State] => {
    const { after, next } = STEPS[state]
    const until = next === 'ended' ? after + LAST_WEEKS : STEPS[next].after
    return {
      to: [...new Set<State>([next, 'ended'])],
      asks: (item) => asksOn(item, after),
      ends: (item) => asksOn(item, until),
      silence: next,
    }
  }
  const rules: Rules<State, Intention> = checkedRules<State, Intention>({
    'two-weeks': open('two-weeks'),
    'six-weeks': open('six-weeks'),
    'twelve-weeks': open('twelve-weeks'),
    ended: 'ended',
  })

  const all = ({ tenant, person }: Of) => everything(kept, { tenant, person }, 'at')
  const openOf = async (of: Of) => (await all(of)).filter(isOpen)
  const isDue = ({ asked, looks }: Intention) =>
    asked === true || (looks !== undefined && looks <= instant(clock.now()))
  const wakeFor = async ({ tenant, looks }: Intention) => {
    if (looks) await wake(tenant, JOB, new Date(looks))
  }

  return {
    all,
    open: openOf,

    /** When it will be asked about. */
    asksOn: (intention: Pick<Intention, 'at'>, after: After): Instant => instant(asksOn(intention, after)),

    /** Those of which it is time to say how they went, oldest first. */
    due: async (of: Of): Promise<Intention[]> => (await openOf(of)).filter(isDue),
    isDue,

    /** The same turn again is the same intention. */
    async begin(of: Of & { turn: string }, text: string, moment?: string): Promise<Begun> {
      const { tenant, person, turn: id } = of
      const known = await kept.get({ tenant, person, id })
      if (known) return { kind: 'begun', intention: known }
      const others = await openOf(of)
      if (others.length >= OPEN_AT_MOST) return { kind: 'enough', open: others }
      const bare: Intention = {
        tenant,
        person,
        id,
        text,
        ...(moment && { moment }),
        at: instant(clock.now()),
        state: 'two-weeks',
        checks: [],
      }
      const fresh = entering(rules, bare, 'two-weeks')
      await wakeFor(fresh)
      const { doc = fresh } = await change(kept, fresh, (there) => (there ? undefined : fresh))
      return { kind: 'begun', intention: doc }
    },

    /** In other words. Undefined when there is none, or it ended. */
    async reword({ tenant, person }: Of, id: string, text: string): Promise<Intention | undefined> {
      const { doc } = await change(kept, { tenant, person, id }, (there) =>
        there && isOpen(there) && there.text !== text ? { ...there, text } : undefined,
      )
      return doc && isOpen(doc) ? doc : undefined
    },

    /**
     * How it went. Said again of the same time, the later word holds, and nothing goes on twice. Without `after` it is about
     * the state it is in. Undefined when there is none.
     */
    async check({ tenant, person }: Of, id: string, said: Omit<Check, 'at' | 'after'> & { after?: number }) {
      const at = instant(clock.now())
      const { doc } = await change(kept, { tenant, person, id }, (there): Intention | undefined => {
        if (!there) return undefined
        const { after, result, barriers } = said
        const check = { at, result, ...(barriers && barriers.length > 0 && { barriers }) }
        const known = there.checks.find((one) => one.after === after)
        if (known) return corrected(there, known, { ...check, after: known.after })
        if (there.state === 'ended') return undefined
        const step = STEPS[there.state]
        const late = AFTER.find((weeks) => weeks === after)
        // Said on an old card, when time had gone on: it is kept where it belongs.
        if (late !== undefined && late < step.after)
          return { ...there, checks: inOrder([...there.checks, { ...check, after: late }]) }
        const checks = [...there.checks, { ...check, after: step.after }]
        return entering(rules, { ...there, checks }, result === ENDS ? 'ended' : step.next)
      })
      if (doc) await wakeFor(doc)
      return doc
    },

    /** What stood in the way, said after how it went. */
    async hindered({ tenant, person }: Of, id: string, after: number, barriers: Barrier[]): Promise<void> {
      await change(kept, { tenant, person, id }, (there): Intention | undefined => {
        const known = there?.checks.find((one) => one.after === after)
        return there && known
          ? { ...there, checks: there.checks.map((one) => (one === known ? { ...one, barriers } : one)) }
          : undefined
      })
    },

    /** It was begun by mistake: nothing of it stays. */
    remove: ({ tenant, person }: Of, id: string) => kept.remove({ tenant, person, id }),

    get: ({ tenant, person }: Of, id: string) => kept.get({ tenant, person, id }),

    job: followingJob<State, Intention>({
      name: JOB,
      kept,
      rules,
      clock,
      // All that is due in a week is on one card, so it is one message.
      async ask({ tenant, person, looks = instant(clock.now()) }) {
        await plan({
          tenant,
          person,
          id: `intentions-${weekOf(new Date(looks))}`,
          feature: INTENTIONS,
          about: {},
          nudge: true,
          due: instant(await atWork(tenant, person, new Date(looks))),
        })
      },
    }),

    async forget(tenant: string, person: PersonId): Promise<void> {
      for (const { id } of await all({ tenant, person })) await kept.remove({ tenant, person, id })
    },
  }

  /** A word that changes: what ended by the first may go on by the second. Where time went on since, it only says what was. */
  function corrected(there: Intention, before: Check, check: Check): Intention {
    const changed = { ...there, checks: there.checks.map((one) => (one === before ? check : one)) }
    const step = Object.values(STEPS).find(({ after }) => after === check.after)
    const led = ({ result }: Check): State | undefined => (result === ENDS ? 'ended' : step?.next)
    const [from, to] = [led(before), led(check)]
    return from === there.state && to && to !== from && there.checks.at(-1) === before
      ? entering(rules, changed, to)
      : changed
  }
}

const inOrder = (checks: Check[]) => checks.toSorted((one, other) => one.after - other.after)

/** After this nothing is asked any more. */
const ENDS: Result = 'niet-meer-nodig'

export type Intentions = ReturnType<typeof intentions>
