import type { Instant, Language, PersonId } from '../core/ports.ts'
import { type Hit, ranked, termsOf } from './bm25.ts'
import { createPostings } from './postings.ts'

/** A text that shares a word with the query. */
export interface Match extends Hit {
  /** Of when the text is. */
  at: Instant
}

/** Whose a text is, and of when. */
interface Source {
  at: Instant
  people: PersonId[]
}

export interface TextIndex {
  /** Replaces the text when the id is there. `language` is that of the writer; the text itself may say otherwise. */
  add(id: string, entry: Source & { text: string; language: Language }): void
  /** Removing what is not there is no error. */
  remove(id: string): void
  readonly size: number
  /** What may be shown as being about the query, best first: nothing rather than something off topic. */
  find(query: string, language: Language, limit: number, wanted?: (id: string) => boolean): Match[]
  /** Everything that shares a word with the query, best first: for {@link rankPeople}, where many weak signs add up. */
  related(query: string, language: Language, limit: number): Match[]
  /** Nobody when the id is not there. */
  peopleOf(id: string): PersonId[]
}

/** Searches short texts in Dutch and English. Lives in memory and keeps stems, never the texts themselves. */
export function textIndex(): TextIndex {
  const postings = createPostings()
  const sources = new Map<string, Source>()

  function first(limit: number, hits: Iterable<Hit>, wanted: (id: string) => boolean): Match[] {
    const matches: Match[] = []
    for (const hit of hits) {
      if (matches.length >= limit) break
      const source = sources.get(hit.id)
      if (source && wanted(hit.id)) matches.push({ ...hit, at: source.at })
    }
    return matches
  }

  return {
    add(id, { text, language, at, people }) {
      postings.add(id, termsOf(text, language))
      sources.set(id, { at, people })
    },
    remove(id) {
      postings.remove(id)
      sources.delete(id)
    },
    get size() {
      return postings.size
    },
    find: (query, language, limit, wanted = () => true) =>
      first(limit, ranked(postings, query, language, 'enough'), wanted),
    related: (query, language, limit) => first(limit, ranked(postings, query, language), () => true),
    peopleOf: (id) => sources.get(id)?.people ?? [],
  }
}
