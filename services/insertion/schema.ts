import { z } from 'zod'

/** What can be done with a message that is taken along. */
export const WAYS = ['ask', 'keep'] as const
export type Way = (typeof WAYS)[number]

/** The commands of the message extension, as the manifest has them. */
export const COMMANDS: Readonly<Record<string, Way>> = { 'ask-colleague': 'ask', 'keep-moment': 'keep' }

/** The longest text of a message that is taken along, in characters. */
export const TAKEN_LIMIT = 4000

export const TakenInput = z.object({
  form: z.string().regex(/^[\w-]{1,64}$/),
  text: z.string().trim().max(TAKEN_LIMIT).default(''),
  /** The person saw who can help, and says how to go on. */
  calm: z.literal('true').optional(),
})
export type TakenInput = z.infer<typeof TakenInput>
