import type { Sign } from '../core/text/signs.ts'

const MONTH =
  '(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|mrt|maart|mar(?:ch)?|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?|aug(?:ustus|ust)?|sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const DATE = String.raw`(?:\d{1,2}\s?[-./\s–]\s?\d{1,2}\s?[-./\s–]\s?['’]?(?:\d{4}|\d{2})|(?:19|20)\d{2}\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{1,2}|\d{1,2}\s${MONTH}\.?\s['’]?\d{2,4}|${MONTH}\s\d{1,2},?\s\d{4})`
/** Said to be of a birth, a few words before or behind. */
const BORN = new RegExp(
  String.raw`(?<!\p{L})(?:geb(?:oren|\.)?|geboorte\s?(?:datum|dag)|gebdat|dob|born|birth\s?da(?:te|y)|date of birth|verjaardag)(?!\p{L})[^.;!?\d]{0,40}?(${DATE})(?!\d)`,
  'giu',
)
const BORN_BEFORE = new RegExp(String.raw`(?<![\d.,/-])(${DATE})\s(?:is\s|werd\s)?(?:geboren|born)(?!\p{L})`, 'giu')
const BORN_IN_DIGITS =
  /(?<!\p{L})(?:geb(?:oren|\.)?|geboorte\s?datum|dob)(?:\s(?:is|op))?[\s:.]{0,3}(\d{6}|\d{8})(?!\d)/giu
const OF_LAW =
  /(?:wet|besluit|verordening|uitspraak|arrest|regeling|akkoord|nota|brief|versie|raad|vergadering|plan|act|law|decision)\s(?:van|of|d\.?d\.?)?\s?$/iu
const ANY = new RegExp(String.raw`(?<![\d.,/-])${DATE}(?![\d]|[.,/-]\d)`, 'giu')
/** Of these years somebody is old enough to be written about, and hardly any other date is. */
const FROM = 1910
const UP_TO = 2008

/** Whether digits with signs between them are a day: then they are no number of anybody. */
export function isDate(written: string): boolean {
  const [one = '', two = '', three = '', ...more] = written.match(/\d+/g) ?? []
  if (more.length > 0) return false
  if (two === '') {
    const [day, month, year] = [one.slice(0, 2), one.slice(2, 4), one.slice(4)]
    return one.length === 8 && (isDay(day, month, year) || isDay(one.slice(6), one.slice(4, 6), one.slice(0, 4)))
  }
  return isDay(one, two, three) || isDay(three, two, one)
}

const isDay = (day: string, month: string, year: string) =>
  day.length <= 2 && month.length <= 2 && between(day, 1, 31) && between(month, 1, 12) && /^(?:19|20)\d\d$/.test(year)

const between = (digits: string, least: number, most: number) => Number(digits) >= least && Number(digits) <= most

/** Dates of birth: those that are said to be one, and days so long ago that they hardly are anything else. */
export function datesIn(text: string): Sign[] {
  const said = [...text.matchAll(BORN), ...text.matchAll(BORN_IN_DIGITS)].map(
    ({ index, 0: match, 1: date = '' }): Sign => {
      const to = index + match.length
      return { kind: 'birth', from: to - date.length, to }
    },
  )
  for (const { index: from, 1: date = '' } of text.matchAll(BORN_BEFORE))
    said.push({ kind: 'birth', from, to: from + date.length })
  const old = [...text.matchAll(ANY)].flatMap(({ index, 0: match }): Sign[] => {
    const year = Number(/(?:19|20)\d\d/.exec(match)?.[0])
    const isOld = year >= FROM && year <= UP_TO && !OF_LAW.test(text.slice(0, index))
    return isOld ? [{ kind: 'birth', from: index, to: index + match.length }] : []
  })
  return [...said, ...old]
}
