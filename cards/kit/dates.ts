import type { Instant, Language } from '../../services/core/ports.ts'

const LOCALE = { nl: 'nl-NL', en: 'en-GB' }
const made = new Map<string, Intl.DateTimeFormat>()

/** Teams would format dates by region, not by language: we do it ourselves, on the Amsterdam calendar. */
function format(language: Language, options: Intl.DateTimeFormatOptions, at: Instant): string {
  const key = `${language}${JSON.stringify(options)}`
  const known = made.get(key) ?? new Intl.DateTimeFormat(LOCALE[language], { timeZone: 'Europe/Amsterdam', ...options })
  made.set(key, known)
  return known.format(new Date(at))
}

/** `donderdag 26 november` · `Thursday 26 November` */
export const dateIn = (language: Language, at: Instant) =>
  format(language, { weekday: 'long', day: 'numeric', month: 'long' }, at).replace(',', '')

const DAYS_AWAY = 330 * 24 * 3_600_000

/** The same, with its year where that is not the first day of that name which comes: `dinsdag 29 februari 2028` */
export function comingDateIn(language: Language, at: Instant, now: Date): string {
  const isFar = new Date(at).getTime() - now.getTime() > DAYS_AWAY
  return isFar ? `${dateIn(language, at)} ${format(language, { year: 'numeric' }, at)}` : dateIn(language, at)
}

/** `26 november 2026` */
export const fullDateIn = (language: Language, at: Instant) =>
  format(language, { day: 'numeric', month: 'long', year: 'numeric' }, at)

/** `26 november` */
export const dayIn = (language: Language, at: Instant) => format(language, { day: 'numeric', month: 'long' }, at)

/** A leaf of the calendar: `26` and `nov`. */
export const leafIn = (language: Language, at: Instant) => ({
  day: format(language, { day: 'numeric' }, at),
  month: format(language, { month: 'short' }, at).replace('.', ''),
})

/** `november` */
export const monthIn = (language: Language, at: Instant) => format(language, { month: 'long' }, at)

/** `15.00` in Dutch, `15:00` in English, from a wall clock time `15:00`. */
export const timeIn = (language: Language, time: string) => (language === 'nl' ? time.replace(':', '.') : time)

/** `Karin de Wit · gedeeld in november`: short facts on one line, without those that are not there. */
export const facts = (...known: (string | undefined)[]) => known.filter(Boolean).join(' · ')
