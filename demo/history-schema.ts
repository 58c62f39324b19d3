import { z } from 'zod'
import { HOW } from '../services/core/how.ts'
import { NEEDS, TOPICS } from '../services/core/ticks.ts'

/** Somebody on the demo roster: the part of their e-mail address before the @. */
const who = z.string().regex(/^[a-z]+(\.[a-z]+)+$/)
/** Whole weeks before the week in which the demo starts. */
const weeksAgo = z.int().min(1).max(6)
const words = z.string().min(1).max(400)

const PastMoment = z.strictObject({
  who,
  /** 0 is said earlier in that same week: it is in the learning pulse that is to come. */
  weeksAgo: z.union([z.literal(0), weeksAgo]),
  /** The id of the question that it answers. */
  prompt: z.string(),
  how: z.enum(HOW).nullable(),
  sharing: z.enum(['self', 'pulse', 'colleagues']),
  text: words,
  /** What was ticked with it; only what is said in this week is in the pulse that is to come. */
  topics: z.array(z.enum(TOPICS)).default([]),
  needs: z.array(z.enum(NEEDS)).default([]),
})

const PastAsk = z.strictObject({
  who,
  weeksAgo,
  question: words,
  helper: who,
  answer: words,
  /** Whether both agreed to keep question and answer for colleagues. */
  kept: z.boolean(),
  /** How often a colleague said that the kept answer helped. */
  helped: z.int().min(0).max(6),
})

const SaidTopic = z.strictObject({
  who,
  /** What colleagues may ask them about. */
  words: z.string().min(1).max(60),
})

/** What the example municipality learned and asked in the six weeks before the demo, and in its first. */
export const History = z.strictObject({
  moments: z.array(PastMoment),
  asks: z.array(PastAsk),
  topics: z.array(SaidTopic),
})
export type History = z.infer<typeof History>
