import type { PhoneNumbers, Sign, SignKind } from '../core/text/signs.ts'
import { datesIn, isDate } from './dates.ts'

/**
 * Numbers and addresses of a person: a citizen service number (BSN), a phone number, a bank account, an e-mail address, a
 * date of birth. A pure look: what is done about it is up to who asks. Not every number of nine digits is a BSN.
 */

/** What people put between digits: spaces of every width, dashes of every length, points, slashes, brackets. */
const GAP = String.raw`[\s\u00a0\u00ad\u2000-\u200f\u202f\u2060\ufeff()[\].\/\\_·•*~‐‑‒–—―−﹣－-]{0,7}`
const DIGITS = (many: string) => String.raw`(?:${GAP}\d){${many}}`

const EMAILS = [
  /[\p{L}\p{N}._%+-]{1,64}\s?@\s?(?:gmail|hotmail|outlook|live|ziggo|kpnmail|kpn|xs4all|icloud|yahoo|planet|hetnet|telfort|me|proton|protonmail)(?![\p{L}\p{N}])/giu,
  /[\p{L}\p{N}_-]+(?:\s(?:punt|dot|streepje|underscore)\s[\p{L}\p{N}_-]+)*\s(?:apenstaartje|at)\s[\p{L}\p{N}-]+\s(?:punt|dot)\s\p{L}{2,4}(?!\p{L})/giu,
  /[\p{L}\p{N}._%+-]{1,64}\s{0,2}(?:@|[([]\s?at\s?[)\]]|\sapenstaartje\s)\s{0,2}[\p{L}\p{N}-]{1,63}(?:\s?(?:\.|[([]\s?(?:dot|punt)\s?[)\]])\s?[\p{L}\p{N}-]{2,63}|\.[\p{L}\p{N}-]{1,63}){1,5}/gu,
]
/** A Dutch number: nine digits after the 0, or after the code of the country with or without that 0. */
const PHONES = [
  new RegExp(String.raw`(?<![\p{L}\d])(?:(?:\+|00)${GAP}3${GAP}1)(?:${GAP}0)?${GAP}[1-9]${DIGITS('8')}(?!\d)`, 'gu'),
  new RegExp(String.raw`(?<![\p{L}\d])31${GAP}(?:0${GAP})?6${DIGITS('8')}(?!\d)`, 'gu'),
  new RegExp(String.raw`(?<![\p{L}\d.,/-])[([]?0${GAP}[1-9]${DIGITS('8')}(?!\d)`, 'gu'),
  /(?<![\p{L}\d])\+\d(?:[\s().-]{0,2}\d){8,13}(?!\d)/gu,
]
/** Fewer digits, or none of the code of a country or a town, where somebody says that it is a phone number. */
const LABELLED_PHONE = new RegExp(
  String.raw`(?<!\p{L})(?:tel(?:\.|efoon(?:nummer|nr\.?)?)?|mobiel(?:tje|e nummer)?|gsm|whatsapp|app(?:en|t|te)?|phone(?: number)?|mobile|cell|(?:ge)?bel(?:len|t|d|de)?(?:\s\p{L}+){0,3}\s(?:op|naar)|(?:te )?berei(?:kbaar|ken)(?:\s\p{L}+){0,3}\sop|call(?:\s\p{L}+){0,3}\s(?:on|at)|reach(?:\s\p{L}+){0,3}\s(?:on|at))(?:\s(?:op|is|was|naar|van|nr|on|at))?[\s:.(=-]{0,4}(\+?\d${DIGITS('5,13')})(?!\d)`,
  'giu',
)
const DIGIT_WORD =
  '(?:nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|zero|one|two|three|four|five|six|seven|eight|nine)'
const SPOKEN = new RegExp(String.raw`(?<!\p{L})${DIGIT_WORD}(?:[\s,.-]{1,3}${DIGIT_WORD}){7,}(?!\p{L})`, 'giu')
const ACCOUNT =
  /(?<![\p{L}\d])(?:[A-Za-z]{2}[\s.-]?\d{2}[\s.-]?[A-Za-z]{4}(?:[\s.-]{0,2}\d){10}|[A-Z]{2}\d{2}(?:[\s-]?[A-Z\d]{4}){3,7}(?:[\s-]?[A-Z\d]{1,3})?)(?![\p{L}\d])/gu
const LABELLED_BSN = new RegExp(
  String.raw`(?<!\p{L})(?:bsn|burgerservicen(?:umme)?r|sofi-?n(?:umme)?r|sofi)[\p{L}\s:.#=-]{0,20}?(\d${DIGITS('7,8')})(?!\d)`,
  'giu',
)
const NINE_DIGITS = new RegExp(
  String.raw`(?<![\p{L}\d€/.-]|€\s)\d${DIGITS('7,8')}(?![\p{L}\d]|\s?(?:euro|eur|€))`,
  'gu',
)
const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1]

/** The eleven-test. Eight digits lost their first zero on the way. */
function isBsn(written: string): boolean {
  const digits = written.replace(/\D/g, '').padStart(9, '0')
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0)
  return Number(digits) > 0 && sum % 11 === 0
}

const found = (text: string, sign: RegExp, kind: SignKind): Sign[] =>
  [...text.matchAll(sign)].map(({ index, 0: match }) => ({ kind, from: index, to: index + match.length }))

/** What is in brackets in the form, at its end: a label before it is no part of it. */
const grouped = (text: string, sign: RegExp, kind: SignKind): Sign[] =>
  [...text.matchAll(sign)].map(({ index, 0: match, 1: own = '' }) => {
    const to = index + match.length
    return { kind, from: to - own.length, to }
  })

function bsnsIn(text: string): Sign[] {
  const labelled = grouped(text, LABELLED_BSN, 'bsn')
  const tested = found(text, NINE_DIGITS, 'bsn').filter(({ from, to }) => {
    const written = text.slice(from, to)
    return isBsn(written) && !isDate(written)
  })
  return [...labelled, ...tested]
}

/** In the order of the text, none within another; where two begin at one place the longer one is meant. */
export function numbersIn(text: string, phones: PhoneNumbers): Sign[] {
  const accounts = found(text, ACCOUNT, 'account')
  const free = ({ from, to }: { from: number; to: number }) => accounts.every((one) => to <= one.from || one.to <= from)
  const own = [...PHONES.flatMap((form) => found(text, form, 'phone')), ...found(text, SPOKEN, 'phone')]
  const others = phones(text).map((one): Sign => ({ kind: 'phone', ...one }))
  // What is whole by itself is not taken together with the number behind it.
  const beside = (known: readonly Sign[]) => (one: Sign) =>
    known.every(({ from, to }) => one.to <= from || to <= one.from)
  const plain = [...own, ...others.filter(beside(own))]
  const labelled = grouped(text, LABELLED_PHONE, 'phone').filter(beside(plain))
  const calls = [...plain, ...labelled].filter(({ from, to }) => !isHost(text.slice(from, to)))
  const numbers = [...bsnsIn(text), ...calls].filter((one) => free(one) && !isDate(text.slice(one.from, one.to)))
  return apart([...EMAILS.flatMap((form) => found(text, form, 'email')), ...accounts, ...numbers, ...datesIn(text)])
}

/** The address of a machine, or of a part of a network. */
const isHost = (written: string) => /^\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?$/.test(written)

/** Each place once. */
export function apart(signs: readonly Sign[]): Sign[] {
  const kept: Sign[] = []
  for (const one of signs.toSorted((a, b) => a.from - b.from || b.to - a.to))
    if ((kept.at(-1)?.to ?? 0) <= one.from) kept.push(one)
  return kept
}

/** The same text with each of these left out. */
export const without = (text: string, signs: readonly Sign[]): string =>
  signs.reduceRight((rest, { from, to }) => `${rest.slice(0, from)}[…]${rest.slice(to)}`, text)
