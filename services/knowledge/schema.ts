import { z } from 'zod'

export const TopicInput = z.strictObject({ topic: z.string().max(1000).default('') })
/** An item or a topic on the card that shows why somebody is asked. */
export const EntryInput = z.strictObject({ entry: z.string().min(1).max(120) })

const item = z.string().min(1).max(120)
export const SearchInput = z.strictObject({
  query: z.string().max(2000).default(''),
  topic: z.string().max(100).optional(),
})
export const ItemInput = z.strictObject({ item })
export const BesideItem = z.strictObject({ item: item.optional() })
export const AdditionInput = z.strictObject({ item, text: z.string().max(20_000).default('') })
