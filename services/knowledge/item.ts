import type { Collection, Doc, Instant, Language, PersonId, Store } from '../core/ports.ts'

/** A moment or an answered ask that its author shared with colleagues, by name. */
export interface KnowledgeItem extends Doc {
  kind: 'moment' | 'answer'
  author: PersonId
  language: Language
  /** The question that an answer belongs to. */
  question?: string
  text: string
  at: Instant
  /** How often a colleague said that it helped. */
  applied: number
  changed: Instant
  /** Taken back: the words are gone, and the empty shell tells every process so. */
  withdrawn?: boolean
}

export const knowledgeItems = (store: Store): Collection<KnowledgeItem> =>
  store.collection<KnowledgeItem>({
    name: 'knowledge',
    owner: 'tenant',
    mayLag: true,
    indexes: { changed: ({ changed }) => changed, author: ({ author }) => author },
  })
