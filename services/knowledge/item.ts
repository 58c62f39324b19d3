import type { Collection, Doc, Instant, Language, PersonId, Store } from '../core/ports.ts'
import { staying } from '../core/staying.ts'
import { months } from '../core/time.ts'

/**
 * A moment, an answered ask or an addition to one of these, shared with colleagues by its author, by name; or a document that
 * the municipality had already. Of a document the author is who keeps it: they did not write it, and it says nothing of what
 * they know. Nobody keeps it when that is empty.
 */
export interface KnowledgeItem extends Doc {
  kind: 'moment' | 'answer' | 'addition' | 'document'
  author: PersonId
  language: Language
  /** The question that an answer belongs to; of a document its heading. */
  question?: string
  /** Of a document: the list or page that it comes from. */
  source?: string
  /** Of a document: what it is about, as that list says. */
  topic?: string
  /** Of a document: what was imported, so that the same again is known. */
  imported?: string
  text: string
  at: Instant
  /** How often a colleague said that it helped. */
  helped: number
  /** How many colleagues applied it, as it was told on the first of a month; absent under three. It never falls: a fall would tell of somebody. */
  appliedBy?: 'some' | 'many'
  /** When its keeper last said that it still holds. */
  checked?: Instant
  /** Which item it goes on from. */
  buildsOn?: string
  changed: Instant
  /** Taken back: the words are gone, and the empty shell tells every process so. */
  withdrawn?: boolean
  /** The import that brought it was taken back, and its keeper did not take it away: another import may bring it again. */
  undone?: true
}

const isDocument = ({ kind }: KnowledgeItem) => kind === 'document'

export const knowledgeItems = (store: Store): Collection<KnowledgeItem> =>
  store.collection<KnowledgeItem>({
    name: 'knowledge',
    owner: 'tenant',
    mayLag: true,
    indexes: {
      // Documents come by the thousand. They are found apart, so that what was shared lately is not lost among them.
      changed: (item) => (isDocument(item) ? undefined : item.changed),
      documents: (item) => (isDocument(item) ? item.changed : undefined),
      source: ({ source }) => source,
      author: ({ author }) => author,
      buildsOn: ({ buildsOn }) => buildsOn,
    },
    // What was shared ends with what it was shared from: a moment, or an ask. A document, when nobody looks at it any more.
    lives: {
      for: ({ kind }) => months(kind === 'moment' ? 12 : 24),
      from: (item) => (isDocument(item) && item.checked && item.checked > item.at ? item.checked : item.at),
    },
    forms: [
      // "Applied" means that somebody changed what they do; what was counted here is that an answer helped.
      ({ applied, ...item }: Doc & { applied: number }) => ({ ...item, helped: applied }),
    ],
  })

const OF_DOCUMENT = [
  'kind',
  'language',
  'question',
  'text',
  'source',
  'topic',
  'imported',
  'at',
  'helped',
  'appliedBy',
] as const

/** A document that nobody keeps: what the municipality had stays, and whose it was goes. */
export const ofNobody = (item: KnowledgeItem): KnowledgeItem => ({
  ...staying(item, 'tenant', 'id', 'etag', ...OF_DOCUMENT, 'checked', 'changed', 'withdrawn', 'undone'),
  author: '',
})

/** What is left of an item that was taken back: neither words nor whose they were. */
export const shellOf = (item: KnowledgeItem): KnowledgeItem => ({
  ...staying(item, 'tenant', 'id', 'etag', 'kind', 'language', 'at', 'helped', 'appliedBy', 'checked', 'changed'),
  author: '',
  text: '',
  withdrawn: true,
})
