import type { Clock, Collection, PersonId, Store } from '../../core/ports.ts'
import { change } from '../../core/store/change.ts'
import { dateOf, instant, mondayOf, plusDays, type Week, weekAfter, weekOf, weeksBetween } from '../../core/time.ts'
import type { Usual } from '../../delivery/rounds/timetable.ts'
import { atHand } from '../minute-cache.ts'
import { type Fate, type Revised, type Revising, revise, type Step, withoutName } from '../tuning/revised.ts'
import {
  type Cadence,
  type Chosen,
  cadenceIn,
  isSkipped,
  NOTHING_CHOSEN,
  type Period,
  type Pin,
  pinnedIn,
  usualIn,
} from './weeks.ts'

/** When a municipality asks which question, and when none: one document of its own. */
export type Calendar = Revised & Chosen

const KEY = 'calendar'
/** So many periods and pinned weeks at most lie ahead: a school year with every holiday and day off. */
const MOST = 60
/** So many weeks apart at least is a pinned question asked by turn as well: a quarter of a year. */
export const PINNED_APART = 13
/** As far ahead as something is decided. */
const WEEKS_AHEAD = 60

/**
 * HR decides how often is asked, when not, and which question in which week. It holds from next week on: this week's
 * round is planned, and to stop that is the operator's.
 */
export function calendars({ store, clock }: { store: Store; clock: Clock }) {
  const kept: Collection<Calendar> = store.collection<Calendar>({
    name: 'calendars',
    owner: 'tenant',
    indexes: {},
    lives: { untilRemoved: 'one for a tenant: HR takes a period or a question out of it' },
  })
  const read = atHand(clock, (tenant) => kept.get({ tenant, id: KEY }))
  const of = async (tenant: string): Promise<Chosen> => (await read.of(tenant)) ?? NOTHING_CHOSEN
  const nextWeek = () => weekAfter(weekOf(clock.now()))
  const isAhead = (week: Week) => week >= nextWeek() && week <= weekAfter(weekOf(clock.now()), WEEKS_AHEAD)

  /** What is over is left out, when something is written anyway. What was pinned is known as long as turns depend on it. */
  function stillKnown({ periods, pins }: Chosen): Pick<Chosen, 'periods' | 'pins'> {
    const week = weekOf(clock.now())
    return {
      periods: periods.filter(({ to }) => to >= dateOf(mondayOf(week))),
      pins: pins.filter((pin) => weeksBetween(pin.week, week) < PINNED_APART),
    }
  }

  async function edit(
    by: Revising,
    step: Omit<Step, 'at' | 'by'>,
    decide: (known: Chosen) => Partial<Chosen> | undefined,
  ): Promise<Fate> {
    const fate = await revise(kept, { ...by, id: KEY, at: instant(clock.now()) }, step, NOTHING_CHOSEN, (known) => {
      const next = decide(known)
      return next && { ...stillKnown({ ...known, ...next }), ...(next.cadences && { cadences: next.cadences }) }
    })
    read.changed(by.tenant)
    return fate
  }

  return {
    of,
    nextWeek,

    /** What holds now for people who chose no day or time of their own, and on which days questions go out. */
    usualOf: async (tenant: string): Promise<Usual> => usualIn(await of(tenant), weekOf(clock.now())),

    /** As it is now, with what another process changed just now. */
    async latest(tenant: string): Promise<Chosen & { revision: number }> {
      read.changed(tenant)
      return (await read.of(tenant)) ?? { ...NOTHING_CHOSEN, revision: 0 }
    },

    steps: async (tenant: string): Promise<(Step & { id: string })[]> =>
      ((await kept.get({ tenant, id: KEY }))?.steps ?? []).map((step) => ({ id: KEY, ...step })),

    choose: (by: Revising, { every, day, time }: Omit<Cadence, 'from'>, why: string) =>
      edit(by, { step: 'cadence', about: `${every}`, why }, ({ cadences }) => {
        const before = cadences.filter(({ from }) => from < nextWeek())
        const known = cadenceIn({ cadences: before }, nextWeek())
        // Only the hour or the day changes: the weeks in which nothing is asked stay the same.
        const isPast = every === known.every && isSkipped({ cadences: before }, nextWeek())
        const from = isPast ? weekAfter(nextWeek()) : nextWeek()
        return { cadences: [...before, { from, every, day, time }] }
      }),

    /** No question goes out in these days, which belong to no other period yet. */
    close: (by: Revising, period: Period) =>
      edit(by, { step: 'closed', about: period.name }, ({ periods }) => {
        const isLate = period.from < dateOf(mondayOf(nextWeek()))
        const isTaken = periods.some(({ from, to }) => from <= period.to && period.from <= to)
        if (isLate || isTaken || periods.length >= MOST) return undefined
        return { periods: [...periods, period].sort((one, other) => (one.from < other.from ? -1 : 1)) }
      }),

    /** Takes away a period that begins on this day. One that has begun ends with this week, which nobody was planned in. */
    async open(by: Revising, from: string) {
      const known = (await of(by.tenant)).periods.find((one) => one.from === from)
      const sunday = dateOf(plusDays(mondayOf(nextWeek()), -1))
      return edit(by, { step: 'opened', about: known?.name ?? from }, ({ periods }) => {
        const period = periods.find((one) => one.from === from && one.to > sunday)
        if (!period) return undefined
        const left = periods.filter((one) => one !== period)
        return { periods: from > sunday ? left : [{ ...period, to: sunday }, ...left] }
      })
    },

    pin: (by: Revising, { week, prompt }: Pin, why: string) =>
      edit(by, { step: 'pinned', about: prompt, week, why }, ({ pins }) =>
        isAhead(week) && pins.length < MOST
          ? { pins: [...pins.filter((one) => one.week !== week), { week, prompt }] }
          : undefined,
      ),

    async unpin(by: Revising, week: Week) {
      const about = pinnedIn(await of(by.tenant), week) ?? ''
      return edit(by, { step: 'unpinned', about, week }, ({ pins }) => {
        const left = pins.filter((one) => one.week !== week)
        return isAhead(week) && left.length < pins.length ? { pins: left } : undefined
      })
    },

    /** What they did stays, without who it was. */
    async forget(tenant: string, person: PersonId): Promise<void> {
      await change(kept, { tenant, id: KEY }, (known) => {
        const steps = known && withoutName(known.steps, person)
        return steps && { ...known, steps }
      })
    },
  }
}

export type Calendars = ReturnType<typeof calendars>
