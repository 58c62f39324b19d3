import type { Language } from '../../services/core/ports.ts'

/** The same in each language. */
export type InLanguages<Words> = Record<Language, Words>

/** Words of which the Dutch ones say what there must be in the other language. */
export const inLanguages = <Words>(nl: Words, en: NoInfer<Words>): InLanguages<Words> => ({ nl, en })
