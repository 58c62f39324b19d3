/**
 * Signs of a person in a text: a citizen service number (BSN), a phone number, an e-mail address. A pure look: what
 * is done about it is up to whoever asks. Not every number of nine digits is a BSN, and a name is not seen at all.
 */
export type PersonalKind = 'bsn' | 'phone' | 'email'

export interface Spotted {
  kind: PersonalKind
  /** Where it begins and ends in the text. */
  from: number
  to: number
}

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu
/** A Dutch number, nine digits after the 0 or +31, or an international one. People put signs wherever they like. */
const PHONE =
  /(?<![\p{L}\d])(?:(?:(?:\+|00)31[\s.-]?(?:\(0\)|0)?|\(?0)(?:[\s().-]{0,2}\d){9}|\+\d(?:[\s().-]{0,2}\d){8,13})(?!\d)/gu
const NINE_DIGITS = /(?<![\p{L}\d])(?:\d[\s.-]?){7,8}\d(?![\p{L}\d])/gu
const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1]

/** Eight digits lost their first zero on the way. */
function isBsn(written: string): boolean {
  const digits = written.replace(/\D/g, '').padStart(9, '0')
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0)
  return Number(digits) > 0 && sum % 11 === 0
}

const found = (text: string, sign: RegExp, kind: PersonalKind): Spotted[] =>
  [...text.matchAll(sign)].map(({ index, 0: match }) => ({ kind, from: index, to: index + match.length }))

/** In the order of the text, none within another. */
export function spotted(text: string): Spotted[] {
  const numbers = found(text, NINE_DIGITS, 'bsn').filter(({ from, to }) => isBsn(text.slice(from, to)))
  const all = [...found(text, EMAIL, 'email'), ...found(text, PHONE, 'phone'), ...numbers]
  const kept: Spotted[] = []
  for (const one of all.sort((a, b) => a.from - b.from || b.to - a.to))
    if ((kept.at(-1)?.to ?? 0) <= one.from) kept.push(one)
  return kept
}

/** The same text with each of these left out. */
export const masked = (text: string): string =>
  spotted(text).reduceRight((rest, { from, to }) => `${rest.slice(0, from)}[…]${rest.slice(to)}`, text)
