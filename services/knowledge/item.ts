import type { Collection, Doc, Instant, Language, PersonId, Store } from '../core/ports.ts'

/** A moment, an answered ask or an addition to one of these, shared with colleagues by its author, by name. */
export interface KnowledgeItem extends Doc {
  kind: 'moment' | 'answer' | 'addition'
  author: PersonId
  language: Language
  /** The question that an answer belongs to. */
  question?: string
  text: string
  at: Instant
  /** How often a colleague said that it helped. */
  helped: number
  /** When its keeper last said that it still holds. */
  checked?: Instant
  /** Which item it goes on from. */
  buildsOn?: string
  changed: Instant
  /** Taken back: the words are gone, and the empty shell tells every process so. */
  withdrawn?: boolean
}

export const knowledgeItems = (store: Store): Collection<KnowledgeItem> =>
  store.collection<KnowledgeItem>({
    name: 'knowledge',
    owner: 'tenant',
    mayLag: true,
    indexes: {
      changed: ({ changed }) => changed,
      author: ({ author }) => author,
      buildsOn: ({ buildsOn }) => buildsOn,
    },
  })
