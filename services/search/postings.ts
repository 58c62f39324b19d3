/** Which documents hold which terms, and how often. The order in which documents came leaves no trace. */
export interface Postings {
  /** Replaces the document when it is there. */
  add(id: string, terms: string[]): void
  /** Removing what is not there is no error. */
  remove(id: string): void
  /** How often each document holds the term. */
  holders(term: string): ReadonlyMap<string, number>
  /** The length of a document relative to the average one: 1 is average. */
  relativeLength(id: string): number
  readonly size: number
}

const NOBODY: ReadonlyMap<string, number> = new Map()

export function createPostings(): Postings {
  const byTerm = new Map<string, Map<string, number>>()
  const documents = new Map<string, string[]>()
  let totalLength = 0

  function remove(id: string): void {
    const terms = documents.get(id) ?? []
    for (const term of new Set(terms)) {
      const holders = byTerm.get(term)
      holders?.delete(id)
      if (holders?.size === 0) byTerm.delete(term)
    }
    totalLength -= terms.length
    documents.delete(id)
  }

  function add(id: string, terms: string[]): void {
    remove(id)
    for (const term of terms) {
      const holders = byTerm.get(term) ?? new Map<string, number>()
      holders.set(id, (holders.get(id) ?? 0) + 1)
      byTerm.set(term, holders)
    }
    totalLength += terms.length
    documents.set(id, terms)
  }

  return {
    add,
    remove,
    holders: (term) => byTerm.get(term) ?? NOBODY,
    relativeLength: (id) => ((documents.get(id)?.length ?? 0) * documents.size) / totalLength,
    get size() {
      return documents.size
    },
  }
}
