import type { Collection, Doc, Instant, Language, PersonId, Store } from '../core/ports.ts'
import { staying } from '../core/staying.ts'
import { months } from '../core/time.ts'

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
  /** How many colleagues work by it now, as it was told on the first of a month; absent under three. It never falls: a fall would tell of somebody. */
  appliedBy?: 'some' | 'many'
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
    // What was shared ends with what it was shared from: a moment, or an ask.
    lives: { for: ({ kind }) => months(kind === 'moment' ? 12 : 24), from: ({ at }) => at },
    forms: [
      // "Applied" means that somebody changed what they do; what was counted here is that an answer helped.
      ({ applied, ...item }: Doc & { applied: number }) => ({ ...item, helped: applied }),
    ],
  })

/** What is left of an item that was taken back: neither words nor whose they were. */
export const shellOf = (item: KnowledgeItem): KnowledgeItem => ({
  ...staying(item, 'tenant', 'id', 'etag', 'kind', 'language', 'at', 'helped', 'appliedBy', 'checked', 'changed'),
  author: '',
  text: '',
  withdrawn: true,
})
