import { Parser } from 'htmlparser2'
import { documentReader, type WordBlock } from './document-reader.ts'
import { stylesReader } from './styles-reader.ts'
import { UnreadableDocument, unzipped } from './unzipped.ts'

const DOCUMENT = 'word/document.xml'
const STYLES = 'word/styles.xml'
/** Some fifteen hundred pages of text. */
const MOST_UNPACKED = 20 * 1024 * 1024
/** Read in pieces of a few milliseconds. */
const PIECE = 32 * 1024

interface Reading {
  onopentag(name: string, attributes: Record<string, string>): void
  ontext?(text: string): void
  onclosetag(name: string): void
}

/**
 * A Word document from top to bottom: paragraphs with the level of their heading, and tables. What was struck out in tracked
 * changes, pictures, notes and comments is left out. Others go first between two pieces.
 * @throws {UnreadableDocument}
 */
export async function* docxBlocks(bytes: Uint8Array, pause: () => Promise<void>): AsyncGenerator<WordBlock> {
  const parts = await unzipped(bytes, [DOCUMENT, STYLES], MOST_UNPACKED, pause)
  const document = parts.get(DOCUMENT)
  if (!document) throw new UnreadableDocument('This is no Word document. Save it as .docx.')
  const { levelOf, reading: styles } = stylesReader()
  for await (const _ of read(parts.get(STYLES) ?? [], styles, pause));
  const { taken, reading } = documentReader(levelOf)
  for await (const _ of read(document, reading, pause)) yield* taken()
  yield* taken()
}

/** Gives a sign of life after each piece. */
async function* read(parts: readonly Uint8Array[], reading: Reading, pause: () => Promise<void>) {
  const parser = new Parser(reading, { xmlMode: true })
  const decoder = new TextDecoder()
  for (const part of parts)
    for (let at = 0; at < part.length; at += PIECE) {
      parser.write(decoder.decode(part.subarray(at, at + PIECE), { stream: true }))
      yield
      await pause()
    }
  parser.end(decoder.decode())
}
