import { z } from 'zod'
import { REASONS } from './report.ts'

const id = z.string().min(1).max(120)

/** Nothing is named where the words are those of the last pulse that this person saw. */
export const OpenInput = z.object({ item: id.optional() })
export const ReportInput = z.strictObject({
  item: id.optional(),
  quote: id.optional(),
  reason: z.enum(REASONS).default('hurts'),
})
export type ReportInput = z.infer<typeof ReportInput>
export const DecideInput = z.strictObject({ report: id })
export type DecideInput = z.infer<typeof DecideInput>
