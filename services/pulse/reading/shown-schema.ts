import { z } from 'zod'
import { DECISION_KINDS } from '../answer/response-schema.ts'
import { TOLD_LISTS } from '../rules/lists.ts'

const day = z.iso.datetime()
const FigureShown = z.strictObject({ item: z.string(), shown: z.string() })

/**
 * What is told of everybody: how many questions at least, where that is told, and topics that nobody knew. Who leads several
 * blocks also reads in how many of them the same words were shown.
 */
export const OrganisationShown = z.strictObject({
  questions: z.int().optional(),
  topics: z.array(z.string()),
  higher: z
    .array(
      z.strictObject({
        unit: z.string(),
        blocks: z.int(),
        said: z.array(z.strictObject({ figure: FigureShown, blocks: z.int() })),
      }),
    )
    .optional(),
})

/** R18: which list a window tells, the same for every block. Absent for one of 0.1.0, which told all. */
const RotationShown = z.strictObject({
  list: z.enum(TOLD_LISTS).optional(),
  since: day,
  next: z.strictObject({ list: z.enum(TOLD_LISTS), at: day }),
})

const period = { id: z.string(), from: day, to: day }

/**
 * The pulses of every block that somebody reads, newest first. Whether one came shows only when it is opened. Who reads none
 * is told what is told of everybody.
 */
export const PulsesShown = z.strictObject({
  pulses: z.array(z.strictObject({ ...period, block: z.string() })),
  organisation: OrganisationShown.optional(),
})
export type PulsesShown = z.infer<typeof PulsesShown>

/** A pulse as its readers see it; one that did not come looks the same whatever the cause. */
export const PulseShown = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('withheld'),
    ...period,
    block: z.string(),
    rotation: RotationShown.optional(),
    organisation: OrganisationShown,
  }),
  z.strictObject({
    kind: z.literal('pulse'),
    ...period,
    block: z.string(),
    quotes: z.array(z.string()),
    /** A quote rests after a report: for everybody, or for this reader. */
    rests: z.boolean(),
    figures: z.array(FigureShown),
    rotation: RotationShown.optional(),
    /** Who else reads it, by name. */
    others: z.array(z.string()),
    organisation: OrganisationShown,
  }),
])
export type PulseShown = z.infer<typeof PulseShown>

const Point = z.strictObject({ kind: z.enum(['words', 'need', 'topic', 'how']), words: z.string().optional() })
const hears = z.string().optional()
const said = { decision: z.enum(DECISION_KINDS), reason: z.string() }
const Noted = z.strictObject({ ...said, owner: z.string().optional(), hears })
const PointShown = z.strictObject({
  point: Point,
  noted: z.strictObject({ ...said, hears }),
  /** By name, and whether they said themselves that it is right. */
  owner: z.strictObject({ name: z.string(), sure: z.boolean() }).optional(),
})

/** What waits for a reader: a point, or all of them as they will be sent; or nothing any more, or not with them. */
export const ResponseShown = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('asks'),
    point: Point,
    place: z.int(),
    due: day,
    /** Of how many points it is which one; 0 for the answer to the quotes. */
    number: z.int(),
    of: z.int(),
    /** What may be decided: some of it once. */
    offered: z.array(z.enum(DECISION_KINDS)),
    /** What the block was promised, when it is asked what came of it. */
    promised: z.strictObject(said).optional(),
    noted: Noted.optional(),
    problem: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('preview'), by: z.string(), seen: z.string(), points: z.array(PointShown) }),
  z.strictObject({ kind: z.literal('sent') }),
  z.strictObject({ kind: z.literal('answered') }),
  /** The turn is another reader's, or what is left is with somebody else. */
  z.strictObject({ kind: z.enum(['reads-along', 'elsewhere']), name: z.string() }),
])
export type ResponseShown = z.infer<typeof ResponseShown>

/** The first letters of a name, as they are typed. */
export const NameTyped = z.strictObject({ words: z.string().trim().min(2).max(60) })

/** At most eight people whose names begin so, with the words that mean this one and nobody else. */
export const PeopleShown = z.strictObject({
  people: z.array(z.strictObject({ name: z.string(), team: z.string(), called: z.string() })).max(8),
})
export type PeopleShown = z.infer<typeof PeopleShown>

/** The days to come, and on which of them people are at work. */
export const DaysShown = z.strictObject({
  days: z.array(z.strictObject({ day: z.iso.date(), isWorkday: z.boolean() })),
})
export type DaysShown = z.infer<typeof DaysShown>

/** What was decided for somebody, word for word, newest first. */
export const DecisionsShown = z.strictObject({
  decisions: z.array(
    z.strictObject({
      ...period,
      /** The name of the person who decided. */
      by: z.string(),
      sent: day,
      /** The words were changed after they were sent. */
      altered: z.boolean(),
      points: z.array(PointShown.extend({ promised: z.enum(['coming', 'late', 'taken-up']).optional() })),
    }),
  ),
})
export type DecisionsShown = z.infer<typeof DecisionsShown>
