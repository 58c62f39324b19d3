import { z } from 'zod'
import { HOW } from '../core/how.ts'
import { ID } from '../core/ids.ts'
import { LEFT_OUT, POINTING } from '../core/text/signs.ts'
import { currentTicks, LISTS, type Ticked, TOPICS } from '../core/ticks.ts'

/** The longest answer, in characters: a moment, not a report. */
export const ANSWER_LIMIT = 1000

/** Who may read the text of a moment. */
export const SHARING = ['self', 'pulse', 'colleagues'] as const
export type Sharing = (typeof SHARING)[number]

/** Why a tick is counted or not, so that what is shown is true for this reader. */
export const COUNTED = ['counted', 'opted-out', 'reader', 'by-name', 'late'] as const
export type Counted = (typeof COUNTED)[number]

const id = z.string().regex(ID).max(100)
/** The revision that the card showed; `0` when there was no moment yet. */
const revision = z.string().regex(/^\d{1,6}$/)

export const MomentInput = z.object({ moment: id })
export type MomentInput = z.infer<typeof MomentInput>
/** A yes to exactly this revision, read by exactly the readers that were shown. */
export const ConsentInput = z.object({ moment: id, revision, seen: id })

/** The weekly card. `how` may stay empty; longer texts reach the rule that gives them back. */
export const AnswerInput = z.object({
  moment: id,
  revision,
  text: z.string().max(20_000).default(''),
  how: z.enum(['', ...HOW]).default(''),
  sharing: z.enum(SHARING).default('self'),
  /** Stands for the words in the card that were not kept before. */
  draft: id.optional(),
})
export type AnswerInput = z.infer<typeof AnswerInput>

/**
 * A button beside the fields of the weekly card: what was typed there is kept, so that it is not lost. A field that is not
 * on the card does not come.
 */
export const LeaveInput = z.object({
  moment: id,
  text: z.string().max(20_000).default(''),
  how: z.enum(['', ...HOW]).default(''),
  sharing: z.enum(SHARING).default('self'),
  draft: id.optional(),
})
export type LeaveInput = z.infer<typeof LeaveInput>

/** Which text of two is to be kept. */
export const SecondInput = z.object({ moment: id, draft: id })
export type SecondInput = z.infer<typeof SecondInput>

/** The journal, from a place in it or for a word in it; its list of choices may come along. */
export const JournalInput = z.object({
  before: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional(),
  search: z.string().max(200).optional(),
  moment: id.optional(),
})

/** Ticks as a card sends them: with commas between. A word that is on no list is left out, the others count. */
const ticked = z
  .string()
  .max(400)
  .default('')
  .transform((sent) => sent.split(','))
const topicsTicked = ticked.transform((words) => TOPICS.filter((topic) => words.includes(topic)))
const needsTicked = ticked.transform(currentTicks)

export const TicksInput = z.object({
  moment: id,
  /** Which list was on the card; absent on a card of 0.1.0, which had all of them. */
  list: z.enum(LISTS).optional(),
  topics: topicsTicked,
  needs: needsTicked,
  /** A list of its own on a card of 0.1.0. */
  barriers: needsTicked,
})
export type TicksInput = z.infer<typeof TicksInput>

/** Back to what was saved, from its words or from its boxes: what was filled in there comes along. */
export const FoldInput = z.object({ ...LeaveInput.shape, ...TicksInput.shape })

/** What was ticked in the lists that were on the card. Nothing is said of a list that was not. */
export function tickedIn({ list, topics, needs, barriers }: TicksInput): Partial<Ticked> {
  if (list === 'topics') return { topics }
  if (list === 'needs') return { needs }
  return { topics, needs: currentTicks([...needs, ...barriers]) }
}

const how = z.enum(HOW)

/** A moment as its author reads it back. `number` is its place in the journal, the oldest is 1. */
export const MomentShown = z.strictObject({
  id,
  number: z.int(),
  revision: z.int(),
  written: z.iso.datetime(),
  /** What it answers; absent for a moment without a question. */
  question: z.strictObject({ nl: z.string(), en: z.string() }).optional(),
  text: z.string(),
  how: how.optional(),
  sharing: z.enum(SHARING),
  /** For its author alone, as its question said. */
  journalOnly: z.boolean(),
})
export type MomentShown = z.infer<typeof MomentShown>

/** Newest first; `older` is given to `before` for the next page, and is absent on the last one. */
export const JournalShown = z.strictObject({ moments: z.array(MomentShown), older: z.int().optional() })
export type JournalShown = z.infer<typeof JournalShown>

export const JournalSearch = z.strictObject({
  words: z.string().trim().max(200).default(''),
  before: z.int().min(1).optional(),
})
export type JournalSearch = z.input<typeof JournalSearch>

const written = { text: z.string().max(20_000), how: z.enum(['', ...HOW]), sharing: z.enum(SHARING) }

/** A moment that somebody begins themself; the same `turn` again is the same moment. */
export const NewMoment = z.strictObject({ turn: z.uuid(), ...written })
export type NewMoment = z.infer<typeof NewMoment>

/** What a moment becomes, as long as it is still the revision that was seen. */
export const MomentChange = z.strictObject({ revision: z.int().min(1), ...written })
export type MomentChange = z.infer<typeof MomentChange>

/** Kept; or kept for its author alone, until they agree to show it to these readers. */
/** By what somebody may be recognised in a text, beside the personal data that are looked for everywhere. */
const SignShown = z.strictObject({ kind: z.enum([...LEFT_OUT, ...POINTING]), words: z.string() })

export const MomentKept = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('saved'),
    moment: MomentShown,
    /** The words may hurt: who can help, by name where that is known. */
    pointer: z.strictObject({ named: z.string().optional() }).optional(),
  }),
  z.strictObject({
    kind: z.literal('asks-consent'),
    audience: z.enum(['pulse', 'colleagues']),
    moment: MomentShown,
    readers: z.array(z.string()),
    /** The teams that read an answer to the pulse, where these are known. */
    teams: z.string().optional(),
    /** By what somebody may be recognised, in the words of the text. */
    signs: z.array(SignShown),
    /** The words stand as a quote already, or under a name: then there is no yes. */
    elsewhere: z.boolean().optional(),
    seen: z.string(),
  }),
])
export type MomentKept = z.infer<typeof MomentKept>

const waiting = z.strictObject({
  kind: z.literal('waits'),
  id,
  question: z.string(),
  example: z.string(),
  why: z.string(),
  journalOnly: z.boolean(),
  /** Whether a choice in it counts, and why not. */
  counted: z.enum(COUNTED),
  /** What was typed before and is not kept; `draft` stands for these words. */
  left: z.strictObject({ text: z.string(), how: how.optional(), sharing: z.enum(SHARING), draft: id }).optional(),
})

/** The question of the week, as long as it waits for an answer. */
export const QuestionShown = z.discriminatedUnion('kind', [waiting, z.strictObject({ kind: z.literal('none') })])
export type QuestionShown = z.infer<typeof QuestionShown>

/** What was typed under the question. `isCalm`: they said that it is about their work, and no distress. */
export const QuestionAnswer = z.strictObject({ ...written, draft: id.optional(), isCalm: z.boolean().default(false) })
export type QuestionAnswer = z.input<typeof QuestionAnswer>

export const QuestionLeft = z.strictObject({ ...written, draft: id.optional(), isCalm: z.boolean().default(false) })
export type QuestionLeft = z.output<typeof QuestionLeft>

/** Stands for the words that are kept beside the question now. */
export const LeftShown = z.strictObject({ draft: id.optional() })
export type LeftShown = z.infer<typeof LeftShown>

const adviser = z.string().optional()

/** As a moment is kept; or, before anything is, who can help. */
export const QuestionAnswered = z.discriminatedUnion('kind', [
  ...MomentKept.options,
  z.strictObject({ kind: z.literal('distress'), adviser }),
])
export type QuestionAnswered = z.infer<typeof QuestionAnswered>

export const MomentConsent = z.strictObject({ revision: z.int().min(1), seen: id })
export type MomentConsent = z.infer<typeof MomentConsent>
