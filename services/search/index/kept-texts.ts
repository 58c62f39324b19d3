import type { Instant, PersonId } from '../../core/ports.ts'
import type { Evidence } from '../ranking/evidence.ts'
import { createPostings, type Postings } from './postings.ts'

/** Whose a text is, of when, and what it is worth as evidence that they know. */
export interface Source {
  at: Instant
  people: PersonId[]
  kind: Evidence
}

/** What a text index is made of, for the code that puts it away and brings it back. */
export interface Kept {
  postings: Postings
  documents: Map<string, number>
  sources: Map<number, Source & { id: string }>
}

/** When more than this part of all that is kept is of removed texts, it is built anew without them. */
const WASTE = 0.5
const LEAST_WASTE = 1_000

export const emptyIndex = (): Kept => ({ postings: createPostings(), documents: new Map(), sources: new Map() })

/** Without this text. When much of what is kept is of removed texts, it is another one, built anew without them. */
export function without(kept: Kept, id: string): Kept {
  const { postings, documents, sources } = kept
  const document = documents.get(id)
  if (document === undefined) return kept
  postings.remove(document)
  documents.delete(id)
  sources.delete(document)
  const waste = postings.bound - postings.size
  return waste > LEAST_WASTE && waste > WASTE * postings.bound ? compacted(kept) : kept
}

/** The same without what was removed: neither its words nor room for it. */
export function compacted({ postings, sources }: Kept): Kept {
  const next = emptyIndex()
  for (const [document, source] of sources) {
    const { terms, counts } = postings.bagOf(document)
    const numbers = terms.map((term) => next.postings.vocabulary.add(postings.vocabulary.termAt(term)))
    const placed = next.postings.addBag({ terms: numbers, counts })
    next.documents.set(source.id, placed)
    next.sources.set(placed, source)
  }
  return next
}
