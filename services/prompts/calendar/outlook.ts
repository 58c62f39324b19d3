import type { Person } from '../../core/people.ts'
import type { Clock } from '../../core/ports.ts'
import {
  type Day,
  dateOf,
  holidayOf,
  instant,
  mondayOf,
  plusDays,
  type Week,
  weekAfter,
  weekOf,
} from '../../core/time.ts'
import { questionTime } from '../../delivery/rounds/timetable.ts'
import type { CalendarShown, WeekShown } from '../schema/calendar.ts'
import type { Calendars } from './calendar.ts'
import type { Turns } from './turns.ts'
import { type Chosen, cadenceIn, isSkipped, periodOn, pinnedIn, usualIn } from './weeks.ts'

/** As many weeks are shown, this one first: a quarter of a year. */
const WEEKS = 14

export interface OutlookPorts {
  calendars: Pick<Calendars, 'latest' | 'nextWeek'>
  turns: Pick<Turns, 'promptOf'>
  clock: Clock
  everyone(tenant: string): Promise<readonly Person[]>
}

/** What goes out when, as HR sees it: by the same rules as the round. */
export function outlook({ calendars, turns, clock, everyone }: OutlookPorts) {
  /** What somebody gets who began when most others did. */
  async function promptIn(tenant: string, began: Week, week: Week) {
    const since = began < week ? began : week
    return (await turns.promptOf({ tenant, since, manages: false }, week)).id
  }

  return async (tenant: string): Promise<CalendarShown> => {
    const [now, next] = [weekOf(clock.now()), calendars.nextWeek()]
    const chosen = await calendars.latest(tenant)
    const began = beganMost(await everyone(tenant)) ?? now
    const { every, day, time } = cadenceIn(chosen, next)
    const weeks = Array.from({ length: WEEKS }, (_, ahead) => shownWeek(chosen, weekAfter(now, ahead)))
    return {
      revision: chosen.revision,
      periods: chosen.periods,
      changesFrom: dateOf(mondayOf(next)),
      cadence: { every, day, time },
      weeks: await Promise.all(
        weeks.map(async (one) => (one.at ? { ...one, prompt: await promptIn(tenant, began, one.week) } : one)),
      ),
    }
  }
}

/** The week in which most of them began. */
function beganMost(everyone: readonly Pick<Person, 'since'>[]): Week | undefined {
  const groups = [...Map.groupBy(everyone, ({ since }) => since)]
  return groups.toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0]
}

function shownWeek(chosen: Chosen, week: Week): WeekShown {
  const monday = mondayOf(week)
  const at = questionTime(week, usualIn(chosen, week))
  const pinned = pinnedIn(chosen, week)
  const skipped = isSkipped(chosen, week)
  return {
    week,
    monday: dateOf(monday),
    sunday: dateOf(plusDays(monday, 6)),
    ...(at ? { at: instant(at) } : { quiet: skipped ? 'cadence' : 'closed' }),
    ...(pinned && { pinned }),
    closedDays: skipped ? [] : Array.from({ length: 5 }, (_, day) => closedDay(chosen, plusDays(monday, day))).flat(),
  }
}

function closedDay(chosen: Chosen, day: Day): WeekShown['closedDays'] {
  const [holiday, period] = [holidayOf(day), periodOn(chosen, day)?.name]
  return holiday || period ? [{ date: dateOf(day), ...(holiday && { holiday }), ...(period && { period }) }] : []
}

export type Outlook = ReturnType<typeof outlook>
