import { z } from 'zod'
import { ID } from '../core/ids.ts'
import { REASONS } from './report.ts'

const id = z.string().regex(ID).max(120)

/** Neither is named where somebody typed it: then all quotes that they saw last may be meant. */
export const OpenInput = z.object({ item: id.optional(), pulse: id.optional() })
export type OpenInput = z.infer<typeof OpenInput>
export const ReportInput = z.object({
  item: id.optional(),
  pulse: id.optional(),
  quote: id.optional(),
  reason: z.enum(REASONS).default('hurts'),
})
export type ReportInput = z.infer<typeof ReportInput>
export const DecideInput = z.object({ report: id })
export type DecideInput = z.infer<typeof DecideInput>
