import { dayIn, fullDateIn } from '../../cards/words.ts'
import type { Instant, Language } from '../../services/core/ports.ts'

/** `26 november`, and the year only when it is another one. */
export const dayOf = (language: Language, at: Instant): string =>
  at.slice(0, 4) === String(new Date().getFullYear()) ? dayIn(language, at) : fullDateIn(language, at)
