import { z } from 'zod'

export const TopicInput = z.strictObject({ topic: z.string().max(1000).default('') })
/** An item or a topic on the card that shows why somebody is asked. */
export const EntryInput = z.strictObject({ entry: z.string().min(1).max(120) })
