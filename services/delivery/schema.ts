import { z } from 'zod'

/** An ISO week as somebody names it: `2026-W48`. */
export const WeekName = z
  .string()
  .toUpperCase()
  .regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/)

/** The units of a pilot as the roster has them, each a path from the top. */
export const Units = z
  .array(
    z
      .string()
      .max(400)
      .transform((unit) => unit.trim().replace(/\/+$/, ''))
      .pipe(z.string().min(1)),
  )
  .min(1)
  .max(100)

/** Everybody is in one round out of so many. */
export const Sample = z.int().min(1).max(12)

const count = z.int().min(0)
const reasons = z.record(z.string(), count)
const at = z.iso.datetime()

/** How far a round is, as an administrator reads it. */
export const Progressing = z.strictObject({
  week: z.string(),
  halted: z.boolean(),
  cancelled: z.boolean(),
  planned: count,
  attempting: count,
  sent: count,
  unknown: count,
  settled: count,
  waiting: reasons,
  withdrawn: reasons,
  rejected: reasons,
  unreachable: reasons,
  next: at.optional(),
  last: at.optional(),
  ends: at.optional(),
  rate: z.number().optional(),
})

export type Progressing = z.infer<typeof Progressing>

/** How many of a round were taken back, or planned again. */
export const Moved = z.strictObject({ week: z.string(), moved: count })

/** What an administrator decided of sending. */
export const SendingShown = z.strictObject({
  halted: z.boolean(),
  units: z.array(z.string()).nullable(),
  every: Sample,
})
export type SendingShown = z.infer<typeof SendingShown>

/** How many can be reached, to the nearest 25, as an administrator reads it. */
export const ReachShown = z.strictObject({ people: count, reached: count, without: reasons })
export type ReachShown = z.infer<typeof ReachShown>
