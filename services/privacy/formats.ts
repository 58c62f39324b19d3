import type { FileKind } from './schema.ts'

/** A moment as its owner takes it along. */
export interface ExportedMoment {
  written: string
  question: string
  text: string
  how: string
  sharing: string
}

/** Everything that is held about somebody, and their journal in words. */
export interface OwnData {
  everything: unknown
  moments: ExportedMoment[]
  title: string
}

/** One's own data as a file of this kind. */
export function asFile({ everything, moments, title }: OwnData, kind: FileKind): { type: string; text: string } {
  if (kind === 'md') return { type: 'text/markdown', text: asMarkdown(title, moments) }
  if (kind === 'csv') return { type: 'text/csv', text: asCsv(moments) }
  return { type: 'application/json', text: JSON.stringify(everything, null, 2) }
}

/** For reading, and for pasting into a document. */
export const asMarkdown = (title: string, moments: ExportedMoment[]): string =>
  [
    `# ${title}`,
    ...moments.map((one) => [`## ${one.written}`, one.question, quoted(one.text), facts(one)].join('\n\n')),
  ].join('\n\n')

const quoted = (text: string) =>
  text
    .split('\n')
    .map((line) => `> ${escaped(line)}`)
    .join('\n')

/** What somebody typed stays what they typed: no heading, link, list or code comes alive in it. */
const escaped = (line: string) =>
  line
    .trimStart()
    .replace(/[\\`*_{}[\]<>#+\-!|=~&]|:(?=\/\/)/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')

const facts = ({ how, sharing }: ExportedMoment) => [how, sharing].filter(Boolean).join(' · ')

const COLUMNS = ['written', 'question', 'text', 'how', 'sharing'] as const

/** A table for a spreadsheet, with a byte order mark so that it opens as UTF-8. */
export const asCsv = (moments: ExportedMoment[]): string =>
  `\uFEFF${[COLUMNS.join(','), ...moments.map((one) => COLUMNS.map((column) => cell(one[column])).join(','))].join('\r\n')}\r\n`

/** A cell that begins like a formula would be run by the spreadsheet: a quote mark before it keeps it text. */
const cell = (value: string) => `"${value.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`
