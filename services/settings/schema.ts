import { z } from 'zod'

/** What a person may set, as the card sends it: every field is text, and one that does not come stays as it was. */
export const SettingsInput = z
  .object({
    day: z.enum(['1', '2', '3', '4', '5', '6', '7']),
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    counting: z.enum(['true', 'false']),
    helpLimit: z.string().regex(/^(1?\d|20)$/),
  })
  .partial()
export type SettingsInput = z.infer<typeof SettingsInput>

/** A day, as a date field or a person writes it. */
export const PauseInput = z.object({ until: z.string().max(40).default('') })

export const LanguageInput = z.object({ language: z.enum(['nl', 'en']) })
