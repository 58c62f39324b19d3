import { z } from 'zod'
import { ID } from '../../core/ids.ts'

/** The longest name of a period, so that it stays one line on a phone; in characters. */
export const PERIOD_LIMIT = 40
const WHY_LIMIT = 300

const revision = z.int().min(0)
const why = z.string().trim().min(1).max(WHY_LIMIT)
const week = z.string().regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/)
const date = z.iso.date()
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const weekday = z.literal([1, 2, 3, 4, 5, 6, 7])
const every = z.literal([1, 2])

/** A period, both days included, in which no question goes out. */
const period = { from: date, to: date, name: z.string().trim().min(1).max(PERIOD_LIMIT) }

/** What HR does to the calendar, as they have it before them. */
export const ChooseCadence = z.strictObject({ revision, every, day: weekday, time, why })
export const ClosePeriod = z
  .strictObject({ revision, ...period })
  .refine(({ from, to }) => from <= to, 'end after you begin')
export const OpenPeriod = z.strictObject({ revision, from: date })
export const PinPrompt = z.strictObject({ revision, week, prompt: z.string().regex(ID).max(60), why })
export const UnpinWeek = z.strictObject({ revision, week })

const holiday = z.enum([
  ...(['new-year', 'easter-monday', 'kings-day', 'liberation-day', 'ascension', 'whit-monday'] as const),
  'christmas',
])

/** What goes out in one week, and on which of its working days nothing does. */
const WeekShown = z.strictObject({
  week,
  monday: date,
  sunday: date,
  /** When the question comes to people who chose no time of their own. Absent when none goes out this week. */
  at: z.iso.datetime().optional(),
  /** Why nothing goes out. */
  quiet: z.enum(['cadence', 'closed']).optional(),
  /** The question that most people get. */
  prompt: z.string().optional(),
  pinned: z.string().optional(),
  closedDays: z.array(z.strictObject({ date, holiday: holiday.optional(), period: z.string().optional() })),
})
export type WeekShown = z.infer<typeof WeekShown>

export const CalendarShown = z.strictObject({
  revision,
  /** What is chosen here holds from this Monday on: the week before it is planned already. */
  changesFrom: date,
  weeks: z.array(WeekShown),
  cadence: z.strictObject({ every, day: weekday, time }),
  periods: z.array(z.strictObject(period)),
})
export type CalendarShown = z.infer<typeof CalendarShown>
