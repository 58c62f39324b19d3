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
