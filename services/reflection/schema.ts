import { z } from 'zod'
import { HOW } from '../core/how.ts'
import { BARRIERS, NEEDS, TOPICS } from '../core/ticks.ts'

/** The longest answer, in characters: a moment, not a report. */
export const ANSWER_LIMIT = 1000

/** Who may read the text of a moment. */
export const SHARING = ['self', 'pulse', 'colleagues'] as const
export type Sharing = (typeof SHARING)[number]

const id = z.string().min(1).max(100)
/** The revision that the card showed; `0` when there was no moment yet. */
const revision = z.string().regex(/^\d{1,6}$/)

export const MomentInput = z.strictObject({ moment: id })
export type MomentInput = z.infer<typeof MomentInput>
/** A yes to exactly this revision, read by exactly the readers that were shown. */
export const ConsentInput = z.strictObject({ moment: id, revision, seen: id })

/** The weekly card. `how` may stay empty; longer texts reach the rule that gives them back. */
export const AnswerInput = z.strictObject({
  moment: id,
  revision,
  text: z.string().max(20_000).default(''),
  how: z.enum(['', ...HOW]).default(''),
  sharing: z.enum(SHARING).default('self'),
})
export type AnswerInput = z.infer<typeof AnswerInput>

/** A button beside the fields of the weekly card: older clients send those along, and nothing is done with them. */
export const BesideAnswer = z.strictObject({ ...AnswerInput.partial().shape, moment: id })

/** The journal, from a place in it or for a word in it; its list of choices may come along. */
export const JournalInput = z.strictObject({
  before: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional(),
  search: z.string().max(200).optional(),
  moment: id.optional(),
})

/** Ticks as a card sends them: with commas between. */
const ticksOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z
    .string()
    .max(400)
    .default('')
    .transform((sent) => [...new Set(sent.split(',').filter(Boolean))])
    .pipe(z.array(z.enum(words)))

export const TicksInput = z.strictObject({
  moment: id,
  topics: ticksOf(TOPICS),
  needs: ticksOf(NEEDS),
  barriers: ticksOf(BARRIERS),
})
export type TicksInput = z.infer<typeof TicksInput>

/** "Sluit" stands beside the fields of the weekly card, and beside the ticks. */
export const BesideFields = z.strictObject({
  ...AnswerInput.partial().shape,
  ...TicksInput.partial().shape,
  moment: id,
})
