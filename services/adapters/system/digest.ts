import { createHash } from 'node:crypto'

/** The SHA-256 of a text in UTF-8, as a number. */
export const sha256 = (text: string): bigint => BigInt(`0x${createHash('sha256').update(text).digest('hex')}`)
