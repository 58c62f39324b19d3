import { z } from 'zod'
import { ID } from '../core/ids.ts'

/** The longest question and the longest answer, in characters. */
export const QUESTION_LIMIT = 500
export const REPLY_LIMIT = 2000
export const PURPOSE_LIMIT = 300

const id = z.string().regex(ID).max(100)
const text = z.string().max(20_000).default('')

export const AskInput = z.object({ ask: id })
/** `who` stands for a colleague on the card, or is `anyone` to let the bot choose. */
const who = z.string().max(100)
const yesOrNo = z.enum(['true', 'false'])
/** What may be filled in before it is sent; which of them there are depends on the question. */
const Fields = z.object({ who, role: yesOrNo, whole: yesOrNo }).partial()
/** `checked` comes from the card that shows what a colleague will read, and from no older one. */
export const SendInput = z.object({
  ask: id,
  ...Fields.shape,
  purpose: text.optional(),
  checked: z.literal('true').optional(),
})
/** What was typed behind the question goes back to the list and comes along from there, as much of it as is ever sent. */
const comingAlong = text.transform((words) => words.slice(0, PURPOSE_LIMIT)).optional()
/** What was filled in on the card before it is sent: it comes along until it is. */
const FilledInput = z.object({ role: yesOrNo, whole: yesOrNo, purpose: comingAlong }).partial()
export type FilledIn = z.infer<typeof FilledInput>
export const ShowInput = z.object({ ...AskInput.partial().shape, who: who.optional(), ...FilledInput.shape })
export const ChooseInput = z.object({ ask: id, who, ...FilledInput.shape })
export const ClarifyInput = z.object({ ask: id, who: who.optional(), purpose: text })
export const KnownInput = z.object({ ask: id, item: id })
/** An answer that is not sent yet comes along from the card it was typed in. */
export const PassInput = z.object({ ask: id, text })
/** `helps` is there when the card knew that they help. */
export const DeclineInput = z.object({ ...PassInput.shape, helps: yesOrNo.default('false') })
export const ReplyInput = z.object({ ask: id, text })
/** A yes to the words that this stands for. */
export const ReplyCheckedInput = z.object({ ask: id, seen: id, whole: yesOrNo.default('false') })
export const ForwardInput = z.object({ ask: id, name: z.string().max(200).default('') })
export const HelpedInput = z.object({
  ask: id,
  answer: id.optional(),
  keep: z.enum(['true', 'false']).default('false'),
})

/** A question that is not over yet, as its asker reads it. A person who was asked and has not answered is not named. */
export const AskShown = z.strictObject({
  id: z.string(),
  question: z.string(),
  at: z.iso.datetime(),
  state: z.enum(['looking', 'open', 'answered', 'nobody']),
  answers: z.array(z.strictObject({ by: z.string(), text: z.string() })),
})
export type AskShown = z.infer<typeof AskShown>
export const AsksShown = z.strictObject({ asks: z.array(AskShown) })
export type AsksShown = z.infer<typeof AsksShown>
