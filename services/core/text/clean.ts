const LINE_END = /\r\n?|[\u0085\u2028\u2029]/g
const CONTROL = /[^\P{Cc}\n\t]/gu
/** What is not seen but changes what is read: zero-width signs, overrides of direction, tags. */
const UNSEEN = /(?!\u200d)\p{Cf}/gu
/** The joiner that is left may only stand inside an emoji. */
const LOOSE_JOINER =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d|\u200d(?!\p{Extended_Pictographic})/gu

/**
 * What a person wrote, made safe to keep and to show: NFC, no control characters but the newline, nothing unseen,
 * at most one empty line in a row, trimmed.
 */
export const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(LINE_END, '\n')
    .replace(CONTROL, '')
    .replace(UNSEEN, '')
    .replace(LOOSE_JOINER, '')
    .replaceAll('\t', ' ')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
