import { z } from 'zod'
import { ID } from '../core/ids.ts'

/** The longest intention, in characters: one sentence. */
export const INTENTION_LIMIT = 200
/** The longest text to a colleague who thinks along. */
export const BUDDY_LIMIT = 300
/** The longest name of who keeps a way of working. */
export const KEEPER_LIMIT = 80

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
/** Longer texts reach the rule that gives them back. */
export const KeepInput = z.object({
  intention: id.optional(),
  moment: id.optional(),
  item: id.optional(),
  /** Who thinks along, as somebody types it. */
  buddy: z.string().max(200).optional(),
  text: z.string().max(20_000).default(''),
})
export type KeepInput = z.infer<typeof KeepInput>

/** Away from the form: what was typed there comes along. */
export const LeaveInput = z.object({ ...KeepInput.shape, to: z.literal('list').optional() })

/** What is sent to a colleague; `seen` where it was shown as it will be read. */
export const AskBuddyInput = z.object({
  intention: id,
  name: z.string().max(200).default(''),
  words: z.string().max(20_000).default(''),
  seen: z.literal('true').optional(),
})
export const BuddyInput = z.object({ buddy: id })

const weeks = z.string().regex(/^\d{1,2}$/)
/** Barriers as a card sends them, with commas between; a word that is on no list is left out. */
const barriers = z
  .string()
  .max(400)
  .default('')
  .transform((sent) => BARRIERS.filter((one) => sent.split(',').includes(one)))
/** What is said beside how it went: what stood in the way, or how somebody works now and who sees to it. */
const beside = {
  barriers,
  practice: z.string().max(20_000).default(''),
  keeper: z.string().max(200).default(''),
}
/** It is about this one, answered before on the same card. */
const before = { about: id.optional(), aboutAfter: weeks.optional(), ...beside }
/** Away from the card: what was chosen there comes along. */
export const ListInput = z.object(before)
export type ListInput = z.infer<typeof ListInput>

export const CheckInput = z.object({
  intention: id,
  after: weeks.optional(),
  result: z.enum(RESULTS).optional(),
  ...before,
  /** What stood in the way is to go on the list of barriers. */
  list: z.literal('true').optional(),
  /** Nothing more is said: what stood in the way may stay empty. */
  done: z.literal('true').optional(),
})
export type CheckInput = z.infer<typeof CheckInput>

const Result = z.enum(RESULTS)
const After = z.literal(AFTER)

/** An intention as the person reads it back: from the moment it came from to how they work now. */
export const IntentionShown = z.strictObject({
  id,
  text: z.string(),
  /** When the moment was written that it comes from. */
  written: z.iso.datetime().optional(),
  at: z.iso.datetime(),
  checks: z.array(z.strictObject({ after: After, at: z.iso.datetime(), result: Result })),
  /** When it is asked about; absent once it ended. */
  next: z.strictObject({ after: After, at: z.iso.datetime(), isDue: z.boolean() }).optional(),
  practice: z.strictObject({ text: z.string(), keeper: z.string().optional() }).optional(),
})
export type IntentionShown = z.infer<typeof IntentionShown>
/** Newest first. */
export const IntentionsShown = z.strictObject({ intentions: z.array(IntentionShown) })
export type IntentionsShown = z.infer<typeof IntentionsShown>

/** How it went, after so many weeks, with what is said beside it. */
export const CheckSent = z.strictObject({
  after: After,
  result: Result,
  barriers: z.array(z.enum(BARRIERS)).max(BARRIERS.length).default([]),
  practice: z.string().max(20_000).default(''),
  keeper: z.string().max(200).default(''),
})
export type CheckSent = z.input<typeof CheckSent>
