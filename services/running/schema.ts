import { z } from 'zod'

/** The pages of the tab on which something that runs can be read or done. */
export const PAGES = ['mijn-leren', 'besluiten', 'leerpuls', 'potloodlijst'] as const

/** What can be done on the page of all that runs itself. */
export const HERE = ['question'] as const

const Line = z.strictObject({
  /** Who has it, by name: only after their yes (R36). */
  holder: z.string().optional(),
  what: z.string(),
  about: z.string(),
  /** An instant: until when, or the day on which something happens. */
  until: z.string().optional(),
  page: z.enum(PAGES).optional(),
  here: z.enum(HERE).optional(),
  /** An intention, where it is time to say how it went: it is answered in place. */
  intention: z.strictObject({ id: z.string(), after: z.literal([2, 6, 12]) }).optional(),
})
export type LineShown = z.infer<typeof Line>

/** What waits for somebody and what they wait for, each in the order of its days. */
export const RunningShown = z.strictObject({ yours: z.array(Line), others: z.array(Line) })
export type RunningShown = z.infer<typeof RunningShown>
