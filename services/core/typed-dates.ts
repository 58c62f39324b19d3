import { type Day, dayOf, plusDays, type Weekday, weekdayOf } from './time.ts'

const MONTHS = [
  ['januari', 'january'],
  ['februari', 'february'],
  ['maart', 'march', 'mrt'],
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
  ['maandag', 'monday', 'ma', 'mon'],
  ['dinsdag', 'tuesday', 'di', 'tue'],
  ['woensdag', 'wednesday', 'wo', 'wed'],
  ['donderdag', 'thursday', 'do', 'thu'],
  ['vrijdag', 'friday', 'vr', 'fri'],
  ['zaterdag', 'saturday', 'za', 'sat'],
  ['zondag', 'sunday', 'zo', 'sun'],
]
const COUNTS = [
  ['een', 'één', 'a', 'an', 'one'],
  ['twee', 'two'],
  ['drie', 'three'],
  ['vier', 'four'],
  ['vijf', 'five'],
  ['zes', 'six'],
]
const UNITS = [
  ['dag', 'dagen', 'dagje', 'dagjes', 'day', 'days'],
  ['week', 'weken', 'weekje', 'weekjes', 'weeks'],
  ['maand', 'maanden', 'maandje', 'maandjes', 'month', 'months'],
]
/** How far a day without a number is from today. */
const NAMED_DAYS: Record<string, number> = {
  eergisteren: -2,
  'the day before yesterday': -2,
  gisteren: -1,
  yesterday: -1,
  vandaag: 0,
  today: 0,
  morgen: 1,
  tomorrow: 1,
  overmorgen: 2,
  'the day after tomorrow': 2,
  'day after tomorrow': 2,
}
/** 29 February comes at most eight years after the one before. */
const FARTHEST_YEAR = 8

const numberOf = (names: string[][], word: string) => names.findIndex((forms) => forms.includes(word)) + 1

/** The weekday with this name or short form in lower case, in Dutch or English. */
export const weekdayCalled = (name: string) => (numberOf(WEEKDAYS, name) || undefined) as Weekday | undefined

/** The weekday that somebody typed, in Dutch or English. */
export const weekdayNamed = (word: string) => weekdayCalled(word.toLowerCase().replace(/\.$/, ''))

/**
 * The day that somebody typed as "1 december", "ma 1 dec 27", "1-12", "2026-12-01", "maandag", "overmorgen" or "over twee
 * weken", in Dutch or English: all that the bot writes itself, too. A day without a year is the next one that comes. Undefined
 * when there is no such day, or when it falls on another weekday than the one beside it.
 */
export function dayTyped(text: string, now: Date): Day | undefined {
  const words = text.toLowerCase().replace(/[.,]/g, '').replace(/\s+/g, ' ').trim()
  const today = dayOf(now)
  const [first = '', ...others] = words.split(' ')
  const weekday = weekdayNamed(first)
  if (weekday && others.length === 0) return plusDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1)
  const day = fromToday(words, today) ?? written(weekday ? others.join(' ') : words, today)
  return day && weekday && weekdayOf(day) !== weekday ? undefined : day
}

function fromToday(words: string, today: Day): Day | undefined {
  const ahead = Object.hasOwn(NAMED_DAYS, words) ? NAMED_DAYS[words] : undefined
  if (ahead !== undefined) return plusDays(today, ahead)
  return afterwards(words, today) ?? counted(words, today)
}

/** "Volgende week" is its Monday and "volgende maand" its first day; "volgende vrijdag" is that of next week. */
function afterwards(words: string, today: Day): Day | undefined {
  const monday = plusDays(today, 8 - weekdayOf(today))
  const week = /^(?:(?:volgende|next)(?: week)?(?: (?<after>\p{L}+))?|(?<before>\p{L}+) (?:volgende|next) week)$/u.exec(
    words,
  )
  if (!week) return undefined
  const { after, before } = week.groups ?? {}
  if (after === 'maand' || after === 'month') return monthsOn({ ...today, day: 1 }, 1)
  const named = after ?? before
  if (named === undefined) return /week$/.test(words) ? monday : undefined
  const weekday = weekdayNamed(named)
  return weekday && plusDays(monday, weekday - 1)
}

function counted(words: string, today: Day): Day | undefined {
  const [, count = '', unit = ''] = /^(?:over|in) (\S+) (\p{L}+)$/u.exec(words) ?? []
  const many = /^\d{1,3}$/.test(count) ? Number(count) : numberOf(COUNTS, count)
  const kind = numberOf(UNITS, unit)
  if (!many || !kind) return undefined
  if (kind === 3) return monthsOn(today, many)
  return plusDays(today, kind === 2 ? many * 7 : many)
}

function written(words: string, today: Day): Day | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words)
  if (iso) return real({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) })
  const numbers = /^(\d{1,2})[-/](\d{1,2})(?:[-/](\d{4}|\d{2}))?$/.exec(words)
  if (numbers) return upcoming(today, Number(numbers[1]), Number(numbers[2]), numbers[3])
  const named = /^(\d{1,2})(?:e|st|nd|rd|th)? (?:of )?([a-z]{3,})(?: (\d{4}|\d{2}))?$/.exec(words)
  if (named) return upcoming(today, Number(named[1]), monthNamed(named[2] ?? ''), named[3])
  const english = /^([a-z]{3,}) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/.exec(words)
  return english ? upcoming(today, Number(english[2]), monthNamed(english[1] ?? ''), english[3]) : undefined
}

const monthNamed = (word: string) => MONTHS.findIndex((forms) => forms.some((form) => form.startsWith(word))) + 1

/** The same day of a later month, or the last one that it has. */
function monthsOn({ year, month, day }: Day, count: number): Day {
  const index = year * 12 + month - 1 + count
  const first = { year: Math.floor(index / 12), month: (index % 12) + 1, day: 1 }
  const after = { year: Math.floor((index + 1) / 12), month: ((index + 1) % 12) + 1, day: 1 }
  return { ...first, day: Math.min(day, plusDays(after, -1).day) }
}

function upcoming(today: Day, day: number, month: number, year: string | undefined): Day | undefined {
  if (year) return real({ year: Number(year) + (year.length === 2 ? 2000 : 0), month, day })
  const past = month < today.month || (month === today.month && day < today.day)
  for (let next = today.year + (past ? 1 : 0); next <= today.year + FARTHEST_YEAR; next++) {
    const found = real({ year: next, month, day })
    if (found) return found
  }
  return undefined
}

/** 31 February is no day. */
function real(day: Day): Day | undefined {
  const same = plusDays(day, 0)
  return same.month === day.month && same.day === day.day ? day : undefined
}

/**
 * `HH:MM` from "15:00", "15.00", "15 uur", "9u30", "3 pm". A bare "3" is in the afternoon: nobody means the night, and who does
 * writes "03:00".
 */
export function timeTyped(text: string): string | undefined {
  const found = /^(?<hours>\d{1,2})(?:[:.u](?<minutes>\d{2}))?\s*(?:uur|u|h|(?<half>[ap])\.?m\.?)?$/.exec(
    text.toLowerCase().trim(),
  )
  const { hours = '', minutes = '0', half } = found?.groups ?? {}
  const hour = hourOf(hours, half)
  const minute = Number(minutes)
  if (!found || hour === undefined || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

function hourOf(written: string, half: string | undefined): number | undefined {
  const hour = Number(written)
  if (half) return hour >= 1 && hour <= 12 ? (hour % 12) + (half === 'p' ? 12 : 0) : undefined
  if (hour > 23) return undefined
  return /^[1-6]$/.test(written) ? hour + 12 : hour
}
