import { z } from 'zod'
import { ID } from '../../core/ids.ts'

/** What may be decided about a point. Postponing is no answer yet: the point opens again by itself. */
export const DECISIONS = ['doen', 'deels', 'niet', 'uitstellen', 'doorgeven'] as const

/** What may be said of what was promised, on the day that was named for it. */
export const OUTCOMES = ['gedaan', 'nog-niet'] as const

/** What quotes get: an answer in words, to all of them together, without a verdict. */
export const REPLY = 'antwoord'

export const DECISION_KINDS = [...DECISIONS, ...OUTCOMES, REPLY] as const
export type DecisionKind = (typeof DECISION_KINDS)[number]

export const RATINGS = ['ja', 'beetje', 'nee'] as const
export type RatingKind = (typeof RATINGS)[number]

/** The longest reason, in characters. */
export const REASON_LIMIT = 600

const id = z.string().regex(ID).max(60)
const place = z.string().regex(/^[0-2]$/)

export const PulseInput = z.object({ pulse: id })

/** Card 07. What is missing or too long reaches the rule, which says so and gives back what was filled in. */
export const NoteInput = z.object({
  pulse: id,
  point: place,
  decision: z.enum(['', ...DECISION_KINDS]).default(''),
  reason: z.string().max(20_000).default(''),
  owner: z.string().max(1000).default(''),
  hears: z.string().max(100).default(''),
})
export type NoteInput = z.infer<typeof NoteInput>

/** A yes to exactly the words of the preview. */
export const SendInput = z.object({ pulse: id, seen: z.string().regex(ID).max(40) })

/** From which decision on they are read back: the newest is 0. */
export const ReadBackInput = z.object({
  from: z
    .string()
    .regex(/^\d{1,3}$/)
    .default('0'),
})

export const RateInput = z.object({ decision: id, rating: z.enum(RATINGS) })

/** The longest question to a block, in characters. */
export const QUESTION_LIMIT = 300

/** What is too long reaches the rule, which gives it back. */
export const AskBackInput = z.object({ pulse: id, question: z.string().max(20_000).default('') })

/** What was typed already comes along to the card that asks for it. */
export const AskBackOpen = z.object({ pulse: id, question: z.string().max(20_000).optional() })

/** A yes or no to what a decision asked of somebody. */
export const TaskInput = z.object({ decision: id, place })

/** Whose quote waits: the moment that it came from. */
export const QuoteInput = z.object({ moment: z.string().regex(ID).max(120) })

export const RoleInput = z.object({ role: id })
