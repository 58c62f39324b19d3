import type { PersonId } from '../../core/ports.ts'
import type { KnowledgeItem } from '../item.ts'
import type { Note, Refusal } from '../schema/importing.ts'

/** What is to be said of an entry, and the words or lines that it is about. */
export interface Remark {
  code: Refusal | Note
  about: string
}

export type State = 'new' | 'same' | 'changed' | 'refused'

/** One entry of a file, and what an import does with it. */
export interface Found {
  line: number
  question: string
  state: State
  remarks: Remark[]
}

/** An entry that can be an item. */
export interface Prepared {
  line: number
  id: string
  source: string
  question: string
  answer: string
  topic: string
  keeper: PersonId
  checked: string | undefined
  /** The same for the same words, keeper and date. */
  imported: string
  /** As it is now; undefined when it is not there. */
  was: KnowledgeItem | undefined
}

/** What an import of this file does. */
export interface Look {
  source: string
  /** What the lines are counted in. */
  counts: 'lines' | 'paragraphs'
  found: Found[]
  /** What is to be written. */
  writes: Prepared[]
  /** What this source has and the file has not. */
  gone: KnowledgeItem[]
  /** Of how many items of this source. */
  of: number
}
