import { z } from 'zod'

/** How much is kept of somebody, by kind. */
export const KeptShown = z.strictObject({
  moments: z.int(),
  asks: z.int(),
  offers: z.int(),
  knowledge: z.int(),
  deliveries: z.int(),
})
export type KeptShown = z.infer<typeof KeptShown>

/** The kinds of file in which somebody takes along what is kept of them. */
export const FILE_KINDS = ['json', 'md', 'csv'] as const
export const FileKind = z.enum(FILE_KINDS)
export type FileKind = z.infer<typeof FileKind>

export const FileShown = z.strictObject({ type: z.string(), text: z.string() })
export type FileShown = z.infer<typeof FileShown>
