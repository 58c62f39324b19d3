import type { PhoneNumbers } from '../../core/text/signs.ts'

/** Numbers of a shop or a service are nobody's. */
const OF_NOBODY = new Set(['toll-free', 'premium-rate', 'shared-cost', 'uan', 'voicemail'])
/** The code of a country and up to fifteen digits, with what people put between them. */
const CANDIDATE = /(?<![\p{L}\d])(?:\+|00)[\s(]{0,2}\d(?:[\s()./‐‑–—-]{0,3}\d){7,14}/gu
const LEAST_DIGITS = 8

/**
 * Numbers with the code of a country, in any spelling, as Google's libphonenumber knows them. What it knows of all countries
 * is read when it is asked for.
 */
export async function libphonenumber(): Promise<PhoneNumbers> {
  const { parsePhoneNumber } = await import('awesome-phonenumber')

  function isNumber(written: string): boolean {
    const digits = written.replace(/\D/g, '').replace(/^(?=\d)/, written.startsWith('+') ? '+' : '')
    const { valid, type = '' } = parsePhoneNumber(digits.replace(/^00/, '+'))
    return valid && !OF_NOBODY.has(type)
  }

  /** The longest part from the begin that is a number: another one may follow at once. */
  function lengthIn(written: string): number | undefined {
    const ends = [...written.matchAll(/\d(?!\d)/g)].map(({ index }) => index + 1).reverse()
    return ends.find(
      (end) => written.slice(0, end).replace(/\D/g, '').length >= LEAST_DIGITS && isNumber(written.slice(0, end)),
    )
  }

  return (text) =>
    [...text.matchAll(CANDIDATE)].flatMap(({ index: from, 0: written }) => {
      const length = lengthIn(written)
      return length === undefined ? [] : [{ from, to: from + length }]
    })
}
