import { z } from 'zod'

const ConditionName = z.enum(['roster', 'confirmed', 'managers', 'hr', 'council', 'agreed', 'decides', 'sending'])
export type ConditionName = z.infer<typeof ConditionName>

/** What must be true before a municipality begins, in the order in which it is done. */
export const GoLiveShown = z.strictObject({
  conditions: z.array(z.strictObject({ name: ConditionName, met: z.boolean() })),
})
export type GoLiveShown = z.infer<typeof GoLiveShown>
