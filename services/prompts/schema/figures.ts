import { z } from 'zod'
import type { HowMany } from '../../core/told.ts'

/** How many people, in one of three words: it comes from `howManyOf` alone. */
const howMany = z.enum(['few', 'half', 'most']) as unknown as z.ZodType<HowMany>
const version = z.int().positive()

/** How one wording did, over the whole organisation. */
const VersionFigures = z.strictObject({ version, answered: howMany, shared: howMany })
export type VersionFigures = z.infer<typeof VersionFigures>

/** Two wordings side by side. Without `found` there are too few answers yet to say anything. */
const Comparison = z.strictObject({
  /** The one in use, and the one beside it. */
  one: version,
  other: version,
  from: z.string(),
  found: z
    .strictObject({
      /** By how many points the share of the other is larger at least, and at most, in steps of five. */
      difference: z.strictObject({ from: z.int(), to: z.int() }),
      better: z.enum(['one', 'other']).optional(),
    })
    .optional(),
})
export type Comparison = z.infer<typeof Comparison>

/** What is known of a question, never of people. */
export const FiguresShown = z.strictObject({ versions: z.array(VersionFigures), comparison: Comparison.optional() })
export type FiguresShown = z.infer<typeof FiguresShown>
