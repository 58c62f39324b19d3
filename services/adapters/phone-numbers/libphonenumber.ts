import type { PhoneNumbers } from '../../core/signs.ts'

/** The second form of its answers tells what sort of number it is. */
const FORM = { defaultCountry: 'NL' as const, v2: true }
/** Numbers of a shop or a service are nobody's. */
const OF_NOBODY = new Set(['TOLL_FREE', 'PREMIUM_RATE', 'SHARED_COST', 'UAN', 'VOICEMAIL'])

/**
 * Numbers as they are written in the Netherlands, and those of other countries with their code. What is known of the numbers
 * of all countries is read when it is asked for.
 */
export async function libphonenumber(): Promise<PhoneNumbers> {
  const { findPhoneNumbersInText } = await import('libphonenumber-js/max')
  return (text) =>
    findPhoneNumbersInText(text, FORM)
      .filter(({ number }) => !OF_NOBODY.has(number.getType() ?? ''))
      // Digits without a 0 or a code before them are as likely a version or an amount.
      .filter(({ startsAt }) => /^[+(0]/.test(text.slice(startsAt)))
      .map(({ startsAt, endsAt }) => ({ from: startsAt, to: endsAt }))
}
