import { dayIn, fullDateIn } from '../../cards/kit/dates.ts'
import type { Instant, Language } from '../../services/core/ports.ts'

/** `26 november`, and the year only when it is another one. */
export const dayOf = (language: Language, at: Instant): string =>
  at.slice(0, 4) === String(new Date().getFullYear()) ? dayIn(language, at) : fullDateIn(language, at)

/** A day such as `2026-11-28`, as a moment on it. */
export const noonOf = (date: string): Instant => `${date}T12:00:00.000Z`

const clock = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit' })

/** `15:00`, as the clock on the wall in the Netherlands shows it. */
export const timeOf = (at: Instant): string => clock.format(new Date(at)).replace('.', ':')

const LOCALE = { nl: 'nl-NL', en: 'en-GB' }

/** `16–22 nov`, where there is little room. */
export const daysOf = (language: Language, first: Instant, last: Instant): string =>
  new Intl.DateTimeFormat(LOCALE[language], { timeZone: 'Europe/Amsterdam', day: 'numeric', month: 'short' })
    .formatRange(new Date(first), new Date(last))
    .replaceAll('.', '')
