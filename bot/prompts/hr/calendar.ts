import type { z } from 'zod'
import type { Calendars } from '../../../services/prompts/calendar/calendar.ts'
import {
  CalendarShown,
  ChooseCadence,
  ClosePeriod,
  OpenPeriod,
  PinPrompt,
  UnpinWeek,
} from '../../../services/prompts/schema/calendar.ts'
import type { Fate, Revising } from '../../../services/prompts/tuning/revised.ts'
import { get, nothing, post, type Route } from '../../http/audience.ts'
import { notDone } from './not-done.ts'

/** What goes out when. */
export interface CalendarPorts {
  calendar: Pick<Calendars, 'choose' | 'close' | 'open' | 'pin' | 'unpin'>
  outlook(tenant: string): Promise<CalendarShown>
  /** Is there a question of this name that is asked? */
  isInUse(tenant: string, prompt: string): Promise<boolean>
}

const CALENDAR = '/api/hr/calendar'

export function calendarRoutes({ calendar, outlook, isInUse }: CalendarPorts): Route[] {
  const step = <Body extends { revision: number }>(
    what: string,
    sent: z.ZodType<Body>,
    edit: (by: Revising, body: Body) => Promise<Fate>,
  ): Route =>
    post(`${CALENDAR}/${what}`, nothing, sent, CalendarShown, async ({ tenant, person }, _, body) => {
      const fate = await edit({ tenant, person, revision: body.revision }, body)
      return notDone(fate) ?? (await outlook(tenant))
    })

  return [
    get(CALENDAR, nothing, CalendarShown, ({ tenant }) => outlook(tenant)),
    step('cadence', ChooseCadence, (by, { every, day, time, why }) => calendar.choose(by, { every, day, time }, why)),
    step('close', ClosePeriod, (by, { from, to, name }) => calendar.close(by, { from, to, name })),
    step('open', OpenPeriod, (by, { from }) => calendar.open(by, from)),
    step('pin', PinPrompt, async (by, { week, prompt, why }) =>
      (await isInUse(by.tenant, prompt)) ? calendar.pin(by, { week, prompt }, why) : 'refused',
    ),
    step('unpin', UnpinWeek, (by, { week }) => calendar.unpin(by, week)),
  ]
}
