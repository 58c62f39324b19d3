import { z } from 'zod'

/** The longest name, number and address of a confidential adviser, in characters: a card has room for that. */
export const ADVISER_LIMIT = 200

/** The least that any municipality may choose: a policy may ask for more, never for less. It is told of one that may not hold. */
export const FLOOR = { k: 11, topic: 5, quotes: 3 } as const

const atLeast = (least: number, most: number) =>
  z
    .int(`must be a whole number from ${least}`)
    .min(least, `must be at least ${least}: less would show too few people`)
    .max(most, `must be at most ${most}`)
    .default(least)

/**
 * What one municipality chose, signed by a person who may. It is checked here each time it is read, so that a change in
 * the store itself cannot lower it.
 */
export const Policy = z.strictObject({
  /** Of how many people the answers are put together, at least. */
  k: atLeast(FLOOR.k, 100),
  cadence: z.literal('4weeks', 'must be 4weeks').default('4weeks'),
  /** How many people named a topic, need or barrier, and how many did not, at least. More in a larger block. */
  topic: atLeast(FLOOR.topic, 100),
  /** By how many authors quotes are shown together, at least. */
  quotes: atLeast(FLOOR.quotes, 5),
  /** The works council lets quotes rest: none is shown until it says otherwise. */
  quotesPaused: z.boolean().default(false),
  /** The works council lets pulses rest: none is published until it says otherwise. */
  paused: z.boolean().default(false),
  /** Who decides on words that somebody reported. Never HR; without a choice nobody does, and what is hidden stays so. */
  decides: z.enum(['works-council', 'admin'], 'must be works-council or admin').optional(),
  /** The confidential adviser: name, number and address for a card. Without a choice the settings say who it is. */
  vertrouwenspersoon: z
    .string('must be a name, a number and an address')
    .trim()
    .min(1, 'must be a name, a number and an address')
    .max(ADVISER_LIMIT, `must be at most ${ADVISER_LIMIT} characters`)
    .optional(),
})
export type Policy = z.infer<typeof Policy>

/** That the works council agreed: on which day, and where that can be read. */
export const Agreement = z.strictObject({
  on: z.iso.date('must be a day such as 2026-11-12'),
  reference: z.string().trim().min(1, 'must say where the consent can be read').max(120),
})
export type Agreement = z.infer<typeof Agreement>

/** Why something was chosen, in a sentence or two. */
export const Why = z.string().trim().min(1).max(300)
