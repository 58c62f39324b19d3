import type { ProblemCode } from '../schema/importing.ts'

/** One question with its answer, or one heading with what is under it, as a file has it. */
export interface Entry {
  /** The line of the file, or the paragraph of a document. */
  line: number
  question: string
  answer: string
  topic: string
  /** Who keeps it, as somebody wrote that. */
  keeper: string
  /** When somebody last looked whether it holds, as somebody wrote that. */
  checked: string
  /** The list that it comes from, where the file says so itself. */
  source: string
  /** By what an export knows it. */
  mark: string
  /** The headings above it. */
  path: readonly string[]
  /** Why it cannot be read as it is. */
  broken?: 'cut' | 'moved'
}

/** A row of a table, as it is in the file. */
export interface Row {
  line: number
  cells: readonly string[]
  /** The file ends in the middle of it. */
  cut?: true
}

export interface Table {
  headings: readonly string[]
  /** On which line they are. */
  line: number
  rows: AsyncIterable<Row>
}

/** A piece of a running text, from top to bottom. */
export interface Block {
  /** The line of the file, or the paragraph of a document. */
  at: number
  text: string
  /** 0 for a title, 1 for the first level of headings; absent for text. */
  level?: number
  /** A point of a list. */
  isPoint?: true
  /** All of it is in bold. */
  isBold?: true
  table?: readonly { at: number; cells: readonly string[] }[]
}

/** What a file holds, once its form is read. */
export type Contents =
  | { kind: 'table'; table: Table }
  | { kind: 'text'; counts: 'lines' | 'paragraphs'; blocks: AsyncIterable<Block> | Iterable<Block> }

export interface Problem {
  code: ProblemCode
  line?: number
  /** The words that it is about. */
  about?: string
}

/** The file as a whole cannot be used; the message is for an operator. */
export class FormInDoubt extends Error {
  override readonly name = 'FormInDoubt'
  readonly problem: Problem

  constructor(message: string, problem: Problem) {
    super(message)
    this.problem = problem
  }
}
