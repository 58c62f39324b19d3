import { encodingOf, inHand, UnreadableText } from '../../services/adapters/file/encoding.ts'
import { tableOf, textOf, UnreadableTable } from '../../services/adapters/file/table-file.ts'
import { pause } from '../../services/adapters/system/pause.ts'
import { docxBlocks } from '../../services/adapters/word/docx.ts'
import { UnreadableDocument } from '../../services/adapters/word/unzipped.ts'
import { weighHeadings } from '../../services/knowledge/importing/columns.ts'
import type { ReadFile } from '../../services/knowledge/importing/importing.ts'
import { frontOf, markdownBlocks } from '../../services/knowledge/importing/markdown.ts'
import { sourceNamed } from '../../services/knowledge/importing/source-name.ts'

/** A file as it came: its name tells of what kind it is. */
export interface GivenFile {
  name: string
  bytes: Buffer
  /** What it is called, where that is not the name of the file. */
  source?: string | undefined
}

/** Thrown by what reads a file; the message is for who has the file. */
const UNREADABLE = [UnreadableTable, UnreadableText, UnreadableDocument]

export const isUnreadable = (error: unknown): error is Error => UNREADABLE.some((kind) => error instanceof kind)

/** The entries of a file, read as its kind asks. @throws what {@link isUnreadable} knows */
export async function opened({ name, bytes, source = sourceNamed(name) }: GivenFile): Promise<ReadFile> {
  const kind = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase()
  if (kind === 'docx')
    return { source, contents: { kind: 'text', counts: 'paragraphs', blocks: docxBlocks(bytes, pause) } }
  if (kind === 'csv' || kind === 'tsv' || kind === 'txt')
    return { source, contents: { kind: 'table', table: await tableOf(inHand(bytes), weighHeadings) } }
  if (kind === 'md' || kind === 'markdown') {
    const held = inHand(bytes)
    let text = ''
    for await (const piece of textOf(held, await encodingOf(held))) text += piece
    const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
    const { values, lines: from } = frontOf(lines)
    return { source, front: values, contents: { kind: 'text', counts: 'lines', blocks: markdownBlocks(lines, from) } }
  }
  throw new UnreadableText(
    'Give a table (.csv), a page in Markdown (.md) or a Word document (.docx). Excel saves a table as "CSV UTF-8".',
  )
}
