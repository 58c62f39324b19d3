import { z } from 'zod'
import type { Exact } from '../core/told.ts'

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

/** A number of people: one that no person chose, or it does not fit. */
const count = z.int().min(0) as unknown as z.ZodType<Exact>
const at = z.iso.datetime()

/** How far a round is, as an administrator reads it. */
export const Progressing = z.strictObject({
  week: z.string(),
  halted: z.boolean(),
  cancelled: z.boolean(),
  planned: count,
  refusals: z.record(z.string(), count),
  failed: count,
  state: z.enum(['waits', 'under-way', 'over']),
  ends: at.optional(),
})

export type Progressing = z.infer<typeof Progressing>

/** Which round was taken back, or goes out after all. */
export const Moved = z.strictObject({ week: z.string() })

/** What an administrator decided of sending. */
export const SendingShown = z.strictObject({
  halted: z.boolean(),
  units: z.array(z.string()).nullable(),
  every: Sample,
})
export type SendingShown = z.infer<typeof SendingShown>
