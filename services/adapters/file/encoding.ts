import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** What a file holds, from its beginning, as often as it is asked for. */
export type Bytes = () => AsyncIterable<Buffer>

const PIECE = 1 << 18

export const inFile =
  (path: string): Bytes =>
  () =>
    createReadStream(path, { highWaterMark: PIECE })

/** The same of what is in hand, in pieces: who reads it lets others go first now and then. */
export const inHand = (bytes: Buffer): Bytes =>
  async function* () {
    for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE)
  }

/** A file that is no text, or text of which the encoding is in doubt; the message says what to do. */
export class UnreadableText extends Error {
  override readonly name = 'UnreadableText'
}

const SAVE_AS = 'Save it as "CSV UTF-8".'
const LF = 0x0a
const CR = 0x0d
const HEAD = 4096

/** What the first bytes of a file give away, and what to do about it. */
const NO_TEXT: [signature: number[], problem: string][] = [
  [[0x50, 0x4b, 0x03, 0x04], `This is an Excel workbook or another zip file, and no CSV. Open it in Excel. ${SAVE_AS}`],
  [[0xd0, 0xcf, 0x11, 0xe0], `This is an old Excel workbook, and no CSV. Open it in Excel. ${SAVE_AS}`],
  [[0x25, 0x50, 0x44, 0x46], 'This is a PDF, and no CSV. Export the table as "CSV UTF-8".'],
]

/**
 * UTF-8 or UTF-16 by its mark or by its bytes, else Windows-1252 where what it then says can be meant.
 * @throws {UnreadableText}
 */
export async function encodingOf(bytes: Bytes): Promise<Encoding> {
  const head = await headOf(bytes)
  const known = NO_TEXT.find(([signature]) => signature.every((byte, at) => head[at] === byte))
  if (known) throw new UnreadableText(known[1])
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const utf16 = withoutMark(head)
  if (utf16) return utf16
  const wrong = await firstWrongLine(bytes)
  if (wrong === undefined) return 'utf-8'
  const marked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf
  if (marked) throw new UnreadableText(`Line ${wrong}: not UTF-8, while the mark of this file says so. ${SAVE_AS}`)
  await refuseIfNotWindows(bytes, wrong)
  return 'windows-1252'
}

async function headOf(bytes: Bytes): Promise<Buffer> {
  for await (const chunk of bytes()) return chunk.subarray(0, HEAD)
  return Buffer.alloc(0)
}

/** Every second byte of Dutch text in UTF-16 is zero. In any other text none is. */
function withoutMark(head: Buffer): Encoding | undefined {
  const zeros = [0, 0]
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (even + odd === 0) return undefined
  if (odd > head.length / 4 && even === 0) return 'utf-16le'
  if (even > head.length / 4 && odd === 0) return 'utf-16be'
  throw new UnreadableText(`This is no text: it holds zero bytes. ${SAVE_AS}`)
}

/** Whole lines of a file, many at once, with the number of the first of them. */
async function* blocksOf(file: Bytes): AsyncGenerator<{ bytes: Buffer; line: number }> {
  let rest: Buffer = Buffer.alloc(0)
  let line = 1
  for await (const chunk of file()) {
    const all = Buffer.concat([rest, chunk])
    const end = Math.max(all.lastIndexOf(LF), all.lastIndexOf(CR, -2)) + 1
    const bytes = all.subarray(0, end)
    if (end > 0) yield { bytes, line }
    line += lineEnds(bytes)
    rest = all.subarray(end)
  }
  if (rest.length > 0) yield { bytes: rest, line }
}

function lineEnds(bytes: Buffer): number {
  let count = 0
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) count++
  return count
}

/** The first line that is not UTF-8; undefined when all of it is. */
async function firstWrongLine(file: Bytes): Promise<number | undefined> {
  for await (const { bytes, line } of blocksOf(file)) {
    if (isUtf8(bytes)) continue
    let from = 0
    for (let at = line; ; at++) {
      const end = lineEndFrom(bytes, from)
      if (!isUtf8(bytes.subarray(from, end)) || end >= bytes.length) return at
      from = end
    }
  }
  return undefined
}

function lineEndFrom(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === LF) return at + 1
    if (bytes[at] === CR) return bytes[at + 1] === LF ? at + 2 : at + 1
  }
  return bytes.length
}

/** Letters of UTF-8, read as Windows-1252: then part of the file is UTF-8. */
const HALF_UTF8 = /[ÂÃÄÅ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/u
/** Bytes that Windows-1252 does not have, and signs that stand in no word: what Macintosh and MS-DOS wrote as letters. */
const NOT_WINDOWS = /[\u0081\u008d\u008f\u0090\u009d]|\p{L}[‘‚ƒ„†‡ˆ‰‹•˜¡¢£¤]|\p{Ll}[ŽŠŒŸ]|\p{L}[“”–—…™]\p{Ll}/u

async function refuseIfNotWindows(file: Bytes, wrong: number): Promise<void> {
  for await (const { bytes, line } of blocksOf(file)) {
    const text = decoderOf('windows-1252').decode(bytes, { stream: true })
    if (HALF_UTF8.test(text)) throw new UnreadableText(`Line ${wrong}: not UTF-8, while other lines are. ${SAVE_AS}`)
    const odd = NOT_WINDOWS.exec(text)
    if (!odd) continue
    const at = line + lineEnds(Buffer.from(text.slice(0, odd.index), 'latin1'))
    throw new UnreadableText(`Line ${at}: neither UTF-8 nor Windows-1252. ${SAVE_AS}`)
  }
}

/** Fatal and in pieces: in one piece some versions of Node read Windows-1252 as Latin-1. */
export const decoderOf = (encoding: Encoding): TextDecoder => new TextDecoder(encoding, { fatal: true })
