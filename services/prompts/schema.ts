import { z } from 'zod'
import { ID } from '../core/ids.ts'

/** The longest question, so that it stays a title of two lines on a phone; in characters. */
export const QUESTION_LIMIT = 60
/** The longest reason why a question is asked; in characters. */
export const WHY_SENTENCE_LIMIT = 120
/** The longest placeholder that a narrow text field still shows whole; in characters. */
export const EXAMPLE_LIMIT = 40

/** The question as it is read in one language. `why` is the one sentence that says why it is asked. */
const wording = (example: string) =>
  z.strictObject({
    question: z.string().max(QUESTION_LIMIT).endsWith('?'),
    why: z.string().max(WHY_SENTENCE_LIMIT).endsWith('.'),
    example: z.string().max(EXAMPLE_LIMIT).startsWith(example),
  })

/** The longest reason with which a proposal is answered, as the card has it too; in characters. */
export const REASON_LIMIT = 600
/** A question that somebody proposes, in their own language. */
export const Question = z.string().trim().max(QUESTION_LIMIT).min(4).endsWith('?')
export const ProposeInput = z.object({ question: z.string().max(2000).default('') })
export const ProposalInput = z.object({ proposal: z.string().regex(ID) })
export const AnswerProposalInput = ProposalInput.extend({
  /** Absent from a client that sends no choice: then it is asked again. */
  decision: z.enum(['taken', 'declined']).optional(),
  reason: z.string().max(REASON_LIMIT).default(''),
})

const words = { nl: wording('Bijvoorbeeld: '), en: wording('For example: ') }
/** A question in both languages, as somebody writes it. */
export const Words = z.strictObject(words)
export type Words = z.infer<typeof Words>

/**
 * One version of a question. What was published never changes: a better wording is the next version. One that was tried
 * (`test`) was sent to its author. One that is `compared` goes to half the people, beside the published one.
 */
const Version = z.strictObject({
  version: z.int().positive(),
  status: z.enum(['published', 'draft', 'test', 'compared', 'withdrawn']),
  ...words,
})
export type Version = z.infer<typeof Version>

const name = z.string().regex(/^[a-z]+(-[a-z]+)*$/)
const climbs = (versions: readonly Version[]) =>
  versions.every(({ version }, i) => version > (versions[i - 1]?.version ?? 0))

/** For whom a question is, where it is not for everybody: some whole nodes of the organisation, or a part that the system draws. */
export const Target = z.union([
  z.strictObject({ units: z.array(z.string().min(1).max(400)).min(1).max(100) }),
  z.strictObject({ every: z.literal([2, 4]) }),
])
export type Target = z.infer<typeof Target>

/** A question of the library. Answers to one that is `journalOnly` can be shared with nobody. */
export const Prompt = z.strictObject({
  id: name,
  family: name,
  audience: z.enum(['everyone', 'managers']),
  journalOnly: z.boolean(),
  versions: z
    .array(Version)
    .refine(climbs, 'give each version a higher number than the one before')
    .refine((versions) => versions.some(({ status }) => status === 'published'), 'publish one version'),
})
export type Prompt = z.infer<typeof Prompt>

const differ = (prompts: readonly Prompt[]) => new Set(prompts.map(({ id }) => id)).size === prompts.length

/** A question as HR sees it: with every version, as it was changed last. */
export const PromptShown = z.strictObject({
  id: z.string(),
  family: z.string(),
  audience: z.enum(['everyone', 'managers']),
  journalOnly: z.boolean(),
  versions: z.array(Version),
  /** Of the municipality's own. */
  isOwn: z.boolean(),
  /** Everybody's first question: it is always asked. */
  isOpening: z.boolean(),
  off: z.boolean(),
  target: Target.optional(),
  revision: z.int(),
})
export type PromptShown = z.infer<typeof PromptShown>

export const PromptsShown = z.strictObject({
  prompts: z.array(PromptShown),
  /** How many people there are, to the nearest 25. */
  people: z.strictObject({ everyone: z.int(), managers: z.int() }),
  /** The nodes that a question may be for, with how many people there are, to the nearest 25. */
  units: z.array(z.strictObject({ unit: z.string(), path: z.array(z.string()), people: z.int() })),
})
export type PromptsShown = z.infer<typeof PromptsShown>

const WHY_LIMIT = 300
const revision = z.int().min(0)
const why = z.string().trim().min(1).max(WHY_LIMIT)
const version = z.int().positive()
/** What HR does to a question, as they have it before them. */
export const SaveWords = z.strictObject({ revision, words: Words })
export const OfVersion = z.strictObject({ revision, version })
export const OfVersionWhy = z.strictObject({ revision, version, why })
export const TurnOnOrOff = z.strictObject({ revision, off: z.boolean(), why })
export const AimAt = z.strictObject({ revision, target: Target.nullable(), why })
export const NewPrompt = z.strictObject({
  id: name.max(40),
  audience: z.enum(['everyone', 'managers']),
  journalOnly: z.boolean(),
  words: Words,
})
export type NewPrompt = z.infer<typeof NewPrompt>

/** What was done, newest first. */
export const StepsShown = z.strictObject({
  steps: z.array(
    z.strictObject({
      id: z.string(),
      /** How the question is called now. */
      title: z.strictObject({ nl: z.string(), en: z.string() }),
      at: z.string(),
      /** Empty when that person is forgotten or left. */
      by: z.string(),
      step: z.enum([
        ...([
          'saved',
          'tried',
          'published',
          'withdrawn',
          'discarded',
          'off',
          'on',
          'aimed',
          'compared',
          'chose',
        ] as const),
        ...(['cadence', 'closed', 'opened', 'pinned', 'unpinned'] as const),
      ]),
      version: z.int().optional(),
      about: z.string().optional(),
      week: z.string().optional(),
      why: z.string().optional(),
    }),
  ),
})
export type StepsShown = z.infer<typeof StepsShown>

export const ProposalsShown = z.strictObject({
  proposals: z.array(
    z.strictObject({ id: z.string(), question: z.string(), by: z.string(), team: z.string(), due: z.string() }),
  ),
})
export type ProposalsShown = z.infer<typeof ProposalsShown>
export const ProposalAnswer = z.strictObject({
  isTaken: z.boolean(),
  reason: z.string().trim().min(1).max(REASON_LIMIT),
})

/** The file of the library: questions in the order in which their families come by. The first is for everyone. */
export const Library = z.strictObject({
  prompts: z
    .array(Prompt)
    .refine(differ, 'give each prompt an id of its own')
    .refine(([first]) => first?.audience === 'everyone', 'begin with a prompt for everyone'),
})
export type Library = z.infer<typeof Library>
