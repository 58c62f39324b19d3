import { z } from 'zod'

/** A share as it is shown: to the nearest five percent, and never none or all. */
const share = z.int().min(5).max(95)
const version = z.int().positive()

/** How one wording did, over the whole organisation: people to the nearest 25, shares in percent. */
const VersionFigures = z.strictObject({
  version,
  asked: z.int(),
  answered: share,
  later: share,
  skipped: share,
  shared: share,
})
export type VersionFigures = z.infer<typeof VersionFigures>

/** Two wordings side by side. Without `found` there are too few answers yet to say anything. */
const Comparison = z.strictObject({
  /** The one in use, and the one beside it. */
  one: version,
  other: version,
  from: z.string(),
  found: z
    .strictObject({
      one: z.strictObject({ asked: z.int(), answered: share }),
      other: z.strictObject({ asked: z.int(), answered: share }),
      /** By how many points the share of the other is larger at least, and at most. */
      difference: z.strictObject({ from: z.int(), to: z.int() }),
      better: z.enum(['one', 'other']).optional(),
    })
    .optional(),
})
export type Comparison = z.infer<typeof Comparison>

/** What is known of a question, never of people. */
export const FiguresShown = z.strictObject({ versions: z.array(VersionFigures), comparison: Comparison.optional() })
export type FiguresShown = z.infer<typeof FiguresShown>
