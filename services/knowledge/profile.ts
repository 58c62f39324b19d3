import type { Collection, Doc, Instant, Language, PersonId, Store } from '../core/ports.ts'

/** Something that a person says they know about: colleagues read it as the reason why they are asked. */
export interface Topic {
  id: string
  words: string
  language: Language
  at: Instant
}

/**
 * What one person said about the reasons to ask them. Colleagues read it, so it lies with what they share. Its id names
 * nobody: when it is erased an empty shell without a name tells every process so, for a while.
 */
export interface Evidence extends Doc {
  author: PersonId
  topics: Topic[]
  /** Their items that say nothing of what they know. */
  leftOut: string[]
  changed: Instant
}

export const evidenceOf = (store: Store): Collection<Evidence> =>
  store.collection<Evidence>({
    name: 'evidence',
    owner: 'tenant',
    indexes: { changed: ({ changed }) => changed },
    lives: { untilRemoved: 'its person takes it away; the empty shell that is left carries its end' },
  })
