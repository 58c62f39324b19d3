import { type Day, dayOf, plusDays, type Weekday, weekdayOf } from './time.ts'

const MONTHS = [
  ['januari', 'january'],
  ['februari', 'february'],
  ['maart', 'march'],
  ['april', 'april'],
  ['mei', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['augustus', 'august'],
  ['september', 'september'],
  ['oktober', 'october'],
  ['november', 'november'],
  ['december', 'december'],
]
const WEEKDAYS = [
  ['maandag', 'monday'],
  ['dinsdag', 'tuesday'],
  ['woensdag', 'wednesday'],
  ['donderdag', 'thursday'],
  ['vrijdag', 'friday'],
  ['zaterdag', 'saturday'],
  ['zondag', 'sunday'],
]

const numberOf = (names: string[][], word: string) => names.findIndex((forms) => forms.includes(word)) + 1

/** The weekday that somebody typed, in Dutch or English. */
export const weekdayNamed = (word: string) =>
  (numberOf(WEEKDAYS, word.toLowerCase()) || undefined) as Weekday | undefined

/**
 * The day that somebody typed as "1 december", "1 dec 2027", "1-12", "2026-12-01", "maandag", "morgen" or
 * "volgende week", in Dutch or English. A day without a year is the next one that comes.
 */
export function dayTyped(text: string, now: Date): Day | undefined {
  const words = text.toLowerCase().replace(/[.,]/g, '').trim()
  const today = dayOf(now)
  if (/^(morgen|tomorrow)$/.test(words)) return plusDays(today, 1)
  if (/^(volgende week|next week)$/.test(words)) return plusDays(today, 8 - weekdayOf(today))
  const weekday = weekdayNamed(words)
  if (weekday) return plusDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1)
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words)
  if (iso) return real({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) })
  const numbers = /^(\d{1,2})[-/](\d{1,2})(?:[-/](\d{4}))?$/.exec(words)
  if (numbers) return upcoming(today, Number(numbers[1]), Number(numbers[2]), numbers[3])
  const named = /^(\d{1,2}) ([a-z]{3,})(?: (\d{4}))?$/.exec(words)
  return named ? upcoming(today, Number(named[1]), monthNamed(named[2] ?? ''), named[3]) : undefined
}

const monthNamed = (word: string) => MONTHS.findIndex((forms) => forms.some((form) => form.startsWith(word))) + 1

function upcoming(today: Day, day: number, month: number, year: string | undefined): Day | undefined {
  if (year) return real({ year: Number(year), month, day })
  const past = month < today.month || (month === today.month && day < today.day)
  return real({ year: today.year + (past ? 1 : 0), month, day })
}

/** 31 February is no day. */
function real(day: Day): Day | undefined {
  const same = plusDays(day, 0)
  return same.month === day.month && same.day === day.day ? day : undefined
}

/** `HH:MM` from "15:00", "15.00", "15 uur", "9u30". */
export function timeTyped(text: string): string | undefined {
  const found = /^(\d{1,2})(?:[:.u](\d{2}))?(?:\s*(?:uur|u|h))?$/.exec(text.toLowerCase().trim())
  const hour = Number(found?.[1])
  const minute = Number(found?.[2] ?? 0)
  if (!found || hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
