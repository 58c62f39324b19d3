import type { Clock, CollectionSpec, PersonId, Store } from '../../core/ports.ts'
import { change } from '../../core/store/change.ts'
import { instant, type Week, weekOf } from '../../core/time.ts'
import type { Usual } from '../../delivery/rounds/timetable.ts'
import { atHand } from '../minute-cache.ts'
import { type Fate, type Revised, type Revising, revise, type Step, withoutName } from '../tuning/revised.ts'
import { closedIn, nextWeekAt, openedFrom, stillKnown, withCadence, withoutPin, withPin } from './decisions.ts'
import { type Cadence, type Chosen, NOTHING_CHOSEN, type Period, type Pin, pinnedIn, usualIn } from './weeks.ts'

/** When a municipality asks which question, and when none: one document of its own. */
export type Calendar = Revised & Chosen

const CALENDARS: CollectionSpec<Calendar> = {
  name: 'calendars',
  owner: 'tenant',
  indexes: {},
  lives: { untilRemoved: 'one for a tenant: HR takes a period or a question out of it' },
}

const KEY = 'calendar'

type Decide = (known: Chosen, now: Date) => Partial<Chosen> | undefined

/**
 * HR decides how often is asked, when not, and which question in which week. It holds from next week on: this week's
 * round is planned, and to stop that is the operator's.
 */
export function calendars({ store, clock }: { store: Store; clock: Clock }) {
  const kept = store.collection(CALENDARS)
  const read = atHand(clock, (tenant) => kept.get({ tenant, id: KEY }))
  const of = async (tenant: string): Promise<Chosen> => (await read.of(tenant)) ?? NOTHING_CHOSEN

  async function edit(by: Revising, step: Omit<Step, 'at' | 'by'>, decide: Decide): Promise<Fate> {
    const now = clock.now()
    const fate = await revise(kept, { ...by, id: KEY, at: instant(now) }, step, NOTHING_CHOSEN, (known) => {
      const next = decide(known, now)
      return next && { ...stillKnown({ ...known, ...next }, now), ...(next.cadences && { cadences: next.cadences }) }
    })
    read.changed(by.tenant)
    return fate
  }

  return {
    of,
    nextWeek: () => nextWeekAt(clock.now()),

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
      edit(by, { step: 'cadence', about: `${every}`, why }, (known, now) =>
        withCadence(known, { every, day, time }, now),
      ),

    /** No question goes out in these days, which belong to no other period yet. */
    close: (by: Revising, period: Period) =>
      edit(by, { step: 'closed', about: period.name }, (known, now) => closedIn(known, period, now)),

    /** Takes away a period that begins on this day. */
    async open(by: Revising, from: string) {
      const known = (await of(by.tenant)).periods.find((one) => one.from === from)
      return edit(by, { step: 'opened', about: known?.name ?? from }, (chosen, now) => openedFrom(chosen, from, now))
    },

    pin: (by: Revising, { week, prompt }: Pin, why: string) =>
      edit(by, { step: 'pinned', about: prompt, week, why }, (known, now) => withPin(known, { week, prompt }, now)),

    async unpin(by: Revising, week: Week) {
      const about = pinnedIn(await of(by.tenant), week) ?? ''
      return edit(by, { step: 'unpinned', about, week }, (known, now) => withoutPin(known, week, now))
    },

    /** What they did stays, without who it was. */
    async forget(tenant: string, person: PersonId): Promise<void> {
      await change(kept, { tenant, id: KEY }, (known) => withoutName(known, person))
    },
  }
}

export type Calendars = ReturnType<typeof calendars>
