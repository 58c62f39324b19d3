import { z } from 'zod'

/** Why a file as a whole cannot be used. */
const PROBLEMS = [
  'no-columns',
  'column-twice',
  'too-many',
  'nothing',
  'keeper-unknown',
  'keeper-several',
  'unreadable',
] as const
export type ProblemCode = (typeof PROBLEMS)[number]

/** Why an entry of it is not taken. */
const REFUSALS = [
  'no-question',
  'no-answer',
  'too-long',
  'cut',
  'moved',
  'differs',
  'names-somebody',
  'no-keeper',
  'taken-back',
] as const
export type Refusal = (typeof REFUSALS)[number]

/** What is to be known of one that is. */
const NOTES = ['left-out', 'keeper-unknown', 'keeper-several', 'no-date'] as const
export type Note = (typeof NOTES)[number]

/** The largest file that the tab takes, in bytes; the command line takes more. */
export const FILE_LIMIT = 3 * 1024 * 1024
/** In base64 a file grows by a third. */
export const BODY_WITH_FILE = Math.ceil((FILE_LIMIT * 4) / 3) + 16 * 1024
/** So many lines are shown; more is for the command line. */
export const SHOWN = 200

/** A file as the page sends it. */
export const FileGiven = z.strictObject({
  name: z.string().min(1).max(255),
  /** Its bytes in base64. */
  file: z.base64().max(BODY_WITH_FILE),
  /** Who keeps what names nobody; the person who imports it where this is empty. */
  keeper: z.string().trim().max(200).default(''),
  /** The lines that somebody looked at and that are meant so. */
  allowed: z.array(z.int().min(1)).max(SHOWN).default([]),
})
export type FileGiven = z.input<typeof FileGiven>

const Line = z.strictObject({
  line: z.int(),
  question: z.string(),
  state: z.enum(['new', 'same', 'changed', 'refused']),
  remarks: z.array(z.strictObject({ code: z.enum([...REFUSALS, ...NOTES]), about: z.string() })),
})
export type LineShown = z.infer<typeof Line>

const ProblemShown = z.strictObject({
  code: z.enum(PROBLEMS),
  line: z.int().optional(),
  about: z.string().optional(),
})
export type ProblemShown = z.infer<typeof ProblemShown>

/** What an import of a file does or did: what wants a look first. A file that cannot be used has a problem. */
export const LookShown = z.strictObject({
  problem: ProblemShown.optional(),
  source: z.string(),
  counts: z.enum(['lines', 'paragraphs']),
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  notTaken: z.int(),
  lines: z.array(Line),
})
export type LookShown = z.infer<typeof LookShown>

/** The import that can be taken back, if there is one; and how many documents lost their keeper. */
export const LastShown = z.strictObject({
  unkept: z.int(),
  last: z.strictObject({ source: z.string(), at: z.iso.datetime() }).optional(),
})
export type LastShown = z.infer<typeof LastShown>

export const KeeperGiven = z.strictObject({ keeper: z.string().trim().min(1).max(200) })
export type KeeperGiven = z.input<typeof KeeperGiven>

/** A problem where nobody, or more than one, is called so. */
export const HandedShown = z.strictObject({ problem: ProblemShown.optional(), documents: z.int() })
export type HandedShown = z.infer<typeof HandedShown>
