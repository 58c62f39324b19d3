import { z } from 'zod'
import { ID } from '../core/ids.ts'

/** The longest text of a barrier, in characters. */
export const BARRIER_LIMIT = 300
/** The longest thing that is said of one: a first step, what came of it, why it stays. */
export const SAID_LIMIT = 500

/** What stands in the way; or work that no longer serves its purpose (*kan weg*), with who may decide that. */
export const BARRIER_KINDS = [
  'in-de-weg',
  'kan-weg-team',
  'kan-weg-directie',
  'kan-weg-bestuur',
  'kan-weg-onbekend',
] as const
export type BarrierKind = (typeof BARRIER_KINDS)[number]

/** How far a barrier is, as everybody reads it. */
export const PLACES = ['listed', 'owned', 'working', 'gone', 'stays'] as const
export type PlaceOnList = (typeof PLACES)[number]

/** What somebody has to do with a barrier. */
const PARTS = ['raised', 'joined', 'asked', 'owns', 'keeps'] as const
export type PartInBarrier = (typeof PARTS)[number]

const id = z.string().regex(ID).max(100)
/** Longer texts reach the rule that gives them back. */
const words = z.string().max(20_000).default('')
const day = z.string().max(100).default('')

export const BarrierInput = z.object({ barrier: id })
export const RaiseInput = z.object({
  text: words,
  kind: z.enum(BARRIER_KINDS).catch('in-de-weg'),
  who: z.string().max(200).default(''),
  /** Those that are like it were shown. */
  seen: z.literal('true').optional(),
})
export type RaiseInput = z.infer<typeof RaiseInput>
export const NameInput = z.object({ barrier: id, who: z.string().max(200).default(''), why: words })
export type NameInput = z.infer<typeof NameInput>
export const SayInput = z.object({ barrier: id, words, day })
/** To another card about it: what was filled in comes along. */
export const TurnInput = z.object({ ...SayInput.shape, ...NameInput.shape })
export type TurnInput = z.infer<typeof TurnInput>
export type SayInput = z.infer<typeof SayInput>
export const PointInput = z.object({ decision: id, place: z.string().regex(/^\d{1,2}$/) })

export const RaiseSent = z.strictObject({
  text: z.string().max(20_000),
  kind: z.enum(BARRIER_KINDS),
  who: z.string().max(200),
  seen: z.boolean(),
})

/** One barrier as a colleague may read it: who raised it is named to its owner alone (R29). */
export const BarrierShown = z.strictObject({
  id: z.string(),
  text: z.string(),
  /** The text is a published word of a pulse, and nobody's sentence. */
  fromPulse: z.boolean(),
  kind: z.enum(BARRIER_KINDS),
  place: z.enum(PLACES),
  /** In whole weeks: how old it is, or how long it took. */
  weeks: z.number(),
  /** An instant: when more is heard. */
  next: z.string().optional(),
  /** Who said yes to it, by name. */
  owner: z.string().optional(),
  /** Who raised it, for its owner. */
  raisedBy: z.string().optional(),
  /** Why this person was asked, for that person. */
  why: z.string().optional(),
  /** What was said last, unchanged, and by whom. */
  said: z.strictObject({ words: z.string(), by: z.string() }).optional(),
  part: z.enum(PARTS).optional(),
  isOpen: z.boolean(),
  /** It waits until the colleague who is asked has room. */
  waits: z.boolean(),
})
export type BarrierShown = z.infer<typeof BarrierShown>

export const BarriersShown = z.strictObject({
  /** Oldest first. */
  open: z.array(BarrierShown),
  /** The newest first. */
  gone: z.array(BarrierShown),
  stays: z.array(BarrierShown),
  /** How many were taken away in this year. */
  goneThisYear: z.number(),
})
export type BarriersShown = z.infer<typeof BarriersShown>

export const PROBLEMS = [
  'empty',
  'too-long',
  /** It names a person, or who somebody's manager is: a barrier is never a person. */
  'person',
  /** It holds a number or address of a person. */
  'personal',
  'nobody-called',
  'several-called',
  'no-day',
  'too-far',
  /** Words of distress: who can help comes first. */
  'distress',
] as const
export type BarrierProblem = (typeof PROBLEMS)[number]

export const RaisedShown = z.strictObject({
  kind: z.enum(['raised', 'similar', 'refused']),
  problem: z.enum(PROBLEMS).optional(),
  similar: z.array(BarrierShown).optional(),
})
export type RaisedShown = z.infer<typeof RaisedShown>
