import { z } from 'zod'
import { ID } from '../core/ids.ts'

/** The longest intention, in characters: one sentence. */
export const INTENTION_LIMIT = 200

/** How it went. */
export const RESULTS = ['toegepast', 'deels', 'terug', 'niet-meer-nodig'] as const
export type Result = (typeof RESULTS)[number]

/** What stood in the way. */
export const BARRIERS = ['tijd', 'ruimte', 'regels', 'middelen', 'leiding', 'samenwerking', 'anders'] as const
export type Barrier = (typeof BARRIERS)[number]

/** After so many weeks it is asked how it goes. */
export const AFTER = [2, 6, 12] as const
export type After = (typeof AFTER)[number]

const id = z.string().regex(ID).max(100)

export const IntentionInput = z.object({ intention: id })
export const BeginInput = z.object({ moment: id.optional() })
/** Longer texts reach the rule that gives them back. */
export const KeepInput = z.object({
  intention: id.optional(),
  moment: id.optional(),
  text: z.string().max(20_000).default(''),
})
export type KeepInput = z.infer<typeof KeepInput>

/** Away from the form: what was typed there comes along. */
export const LeaveInput = z.object({ ...KeepInput.shape, to: z.literal('list').optional() })

const weeks = z.string().regex(/^\d{1,2}$/)
/** Barriers as a card sends them, with commas between; a word that is on no list is left out. */
const barriers = z
  .string()
  .max(400)
  .default('')
  .transform((sent) => BARRIERS.filter((one) => sent.split(',').includes(one)))
/** What stood in the way is about this one, answered before on the same card. */
const before = { about: id.optional(), aboutAfter: weeks.optional(), barriers }
/** Away from the card: what was chosen there comes along. */
export const ListInput = z.object(before)
export type ListInput = z.infer<typeof ListInput>

export const CheckInput = z.object({
  intention: id,
  after: weeks.optional(),
  result: z.enum(RESULTS).optional(),
  ...before,
  /** Nothing more is said: what stood in the way may stay empty. */
  done: z.literal('true').optional(),
})
export type CheckInput = z.infer<typeof CheckInput>
