import { Unzip, UnzipInflate } from 'fflate'

/** So much of the file is unpacked at a time: a few milliseconds of work. */
const PIECE = 16 * 1024

/** A file that is no Word document, or one that is too large; the message says what to do. */
export class UnreadableDocument extends Error {
  override readonly name = 'UnreadableDocument'
}

/**
 * The parts with these names, unpacked piece by piece. A part that grows over the limit ends it at once: what a small file
 * unpacks to may be anything.
 * @throws {UnreadableDocument}
 */
export async function unzipped(
  bytes: Uint8Array,
  wanted: readonly string[],
  most: number,
  pause: () => Promise<void>,
): Promise<Map<string, Uint8Array[]>> {
  const parts = new Map<string, Uint8Array[]>()
  const failed: Error[] = []
  const zip = new Unzip()
  zip.register(UnzipInflate)
  zip.onfile = (file) => {
    if (!wanted.includes(file.name) || parts.has(file.name)) return
    const pieces: Uint8Array[] = []
    let size = 0
    parts.set(file.name, pieces)
    file.ondata = (error, piece) => {
      size += piece?.length ?? 0
      if (error || size > most) {
        failed.push(error ?? new UnreadableDocument('This document is too large. Cut it into parts.'))
        file.terminate()
      } else pieces.push(piece)
    }
    file.start()
  }
  try {
    for (let at = 0; at < bytes.length && failed.length === 0; at += PIECE) {
      zip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length)
      await pause()
    }
  } catch (error) {
    failed.push(error as Error)
  }
  const [first] = failed
  if (first instanceof UnreadableDocument) throw first
  if (first) throw new UnreadableDocument('This document is damaged. Open it in Word and save it again.')
  return parts
}
