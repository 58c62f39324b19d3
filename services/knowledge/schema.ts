import { z } from 'zod'
import { ID } from '../core/ids.ts'

export const TopicInput = z.object({ topic: z.string().max(1000).default('') })
/** An item or a topic on the card that shows why somebody is asked. */
export const EntryInput = z.object({ entry: z.string().min(1).max(120) })

const item = z.string().regex(ID).max(120)
export const SearchInput = z.object({
  query: z.string().max(2000).default(''),
  topic: z.string().max(100).optional(),
})
export const ItemInput = z.object({ item })
/** What was begun to be built on it comes along, so that it is not lost. */
export const BegunInput = z.object({ item, text: z.string().max(20_000).optional() })
export const AdditionInput = z.object({ item, text: z.string().max(20_000).default('') })

const Piece = z.strictObject({ text: z.string(), hit: z.boolean() })

/** An item of the knowledge bank as colleagues read it; in what was found, the words that match are marked. */
export const ItemShown = z.strictObject({
  id: z.string(),
  /** Who shared it; of a document who keeps it, which may be nobody. */
  by: z.string(),
  /** Of a document: where it comes from. */
  source: z.string().optional(),
  isMine: z.boolean(),
  /** Its keeper has yet to say whether it still holds. */
  isDue: z.boolean(),
  question: z.string().optional(),
  pieces: z.array(Piece),
  at: z.iso.datetime(),
  checked: z.iso.datetime().optional(),
  helped: z.int(),
  /** How many colleagues work by it now, from three on. */
  appliedBy: z.enum(['some', 'many']).optional(),
})
export type ItemShown = z.infer<typeof ItemShown>

export const BankShown = z.strictObject({ topics: z.array(z.string()), newest: z.array(ItemShown) })
export type BankShown = z.infer<typeof BankShown>

/** Best first; `more` says that there is more than was asked for. */
export const FoundShown = z.strictObject({ items: z.array(ItemShown), more: z.boolean() })
export type FoundShown = z.infer<typeof FoundShown>

export const BankSearch = z.strictObject({
  words: z.string().trim().max(200).default(''),
  topic: z.string().max(100).optional(),
  limit: z.int().min(1).max(50).default(10),
})
export type BankSearch = z.input<typeof BankSearch>

/** One item, whole, with what it goes on from and what goes on from it. */
export const OpenedShown = z.strictObject({
  item: ItemShown,
  before: ItemShown.optional(),
  after: z.array(ItemShown),
})
export type OpenedShown = z.infer<typeof OpenedShown>

/** The map of what people know: how many want to help, in words, and how many answers there are. */
export const CapitalShown = z.strictObject({
  topics: z.array(
    z.strictObject({ topic: z.string(), helpers: z.enum(['one', 'few', 'many']), answers: z.int().min(0) }),
  ),
  /** What four colleagues asked about, and nobody shared anything about. */
  asked: z.array(z.string()),
})
export type CapitalShown = z.infer<typeof CapitalShown>
