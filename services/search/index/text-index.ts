import type { Instant, Language, PersonId } from '../../core/ports.ts'
import type { Analysis } from '../analysis/analysis.ts'
import { type Covered, covering } from '../ranking/covering.ts'
import type { Evidence } from '../ranking/evidence.ts'
import { createRanking, type Ranked } from '../ranking/ranking.ts'
import { lookedUp } from './asked-terms.ts'
import { createPostings, type Postings } from './postings.ts'

/** A text that has something of the question. */
export interface Match {
  id: string
  /** Only to be compared with the other matches of the same question. */
  score: number
  /** The words of the question by which it may be said to be about it, as written, the most telling first. */
  words: string[]
  /** The stems by which it has them, in the same order. */
  stems: string[]
  /** How much of the question it covers, 0 to 1. */
  share: number
  /** How many of its words the question has, as good as letter by letter. */
  held: number
  /** Of when the text is. */
  at: Instant
  kind: Evidence
}

/** Whose a text is, of when, and what it is worth as evidence that they know. */
export interface Source {
  at: Instant
  people: PersonId[]
  kind: Evidence
}

export interface TextIndex {
  /** Replaces the text when the id is there. `language` is that of the writer; the text itself may say otherwise. */
  add(id: string, entry: Omit<Source, 'kind'> & { text: string; language: Language; kind?: Evidence }): void
  /** Removing what is not there is no error. */
  remove(id: string): void
  readonly size: number
  /** What may be shown as being about the question, best first: nothing rather than something off topic. */
  find(question: string, language: Language, limit: number, wanted?: (id: string) => boolean): Match[]
  /** Everything that has something of the question, best first: for {@link rankPeople}, where many weak signs add up. */
  related(question: string, language: Language, limit: number): Match[]
  /** Whether the text has a word with this stem, or one made with it. */
  holds(id: string, stem: string): boolean
  /** Of when the text is; nothing when the id is not there. */
  dateOf(id: string): Instant
  /** Nobody when the id is not there. */
  peopleOf(id: string): PersonId[]
  /** What it is made of, to be written down. */
  kept(): Kept
}

/** What a text index is made of, for the code that puts it away and brings it back. */
export interface Kept {
  postings: Postings
  documents: Map<string, number>
  sources: Map<number, Source & { id: string }>
}

/** From how much of a question on something is about it, and from how much it may be. */
export const ABOUT = 0.4
export const PERHAPS_ABOUT = 0.33

/** Whether there is a word by which it may be said to be about the question. */
export const isOnTopic = ({ words }: Match): boolean => words.length > 0

/** How far down the list something may be that is shown: further down nothing covers a question. */
const LOOKED_AT = 200
/** When more than this part of all that is kept is of removed texts, it is built anew without them. */
const WASTE = 0.5
const LEAST_WASTE = 1_000

export const emptyIndex = (): Kept => ({ postings: createPostings(), documents: new Map(), sources: new Map() })

/** Searches short texts in Dutch and English. Lives in memory and keeps stems, never the texts themselves. */
export function textIndex(analysis: Analysis, kept: Kept = emptyIndex()): TextIndex {
  let { postings, documents, sources } = kept
  let ranking = createRanking(postings)

  function remove(id: string): void {
    const document = documents.get(id)
    if (document === undefined) return
    postings.remove(document)
    documents.delete(id)
    sources.delete(document)
    const waste = postings.bound - postings.size
    if (waste > LEAST_WASTE && waste > WASTE * postings.bound) compact()
  }

  function compact(): void {
    const next = compacted({ postings, documents, sources })
    ;({ postings, documents, sources } = next)
    ranking = createRanking(postings)
  }

  function add(id: string, { text, language, at, people, kind = 'shared' }: Parameters<TextIndex['add']>[1]): void {
    remove(id)
    const terms = analysis
      .termsOf(text, language)
      .flatMap(({ term, parts }) => [term, ...parts.map((part) => part.term)])
    const document = postings.add(terms)
    documents.set(id, document)
    sources.set(document, { id, at, people, kind })
  }

  /** The best so many, and what tells of each what it has: for some that is never asked. */
  function ranked(question: string, language: Language, most: number) {
    const asked = lookedUp(postings, analysis.asked(question, language))
    const idOf = (document: number) => sources.get(document)?.id ?? ''
    const best = ranking.best(asked, most, (a, b) => (idOf(a) < idOf(b) ? -1 : 1))
    return { best, covered: covering(postings, asked) }
  }

  function match({ document, score }: Ranked, { hits, share, held }: Covered): Match[] {
    const source = sources.get(document)
    if (!source) return []
    const { id, at, kind } = source
    const words = hits.map(({ word }) => word)
    const stems = hits.map(({ term }) => postings.vocabulary.termAt(term))
    return [{ id, score, words, stems, share, held, at, kind }]
  }

  return {
    add,
    remove,
    get size() {
      return postings.size
    },
    find(question, language, limit, wanted = () => true) {
      const { best, covered } = ranked(question, language, LOOKED_AT)
      const found: Match[] = []
      for (const one of best) {
        if (found.length >= limit) break
        found.push(...match(one, covered(one.document)).filter(({ id, share }) => share >= PERHAPS_ABOUT && wanted(id)))
      }
      return found
    },
    related(question, language, limit) {
      const { best, covered } = ranked(question, language, limit)
      return best.flatMap((one) => match(one, covered(one.document)))
    },
    holds(id, stem) {
      const [document, term] = [documents.get(id), postings.vocabulary.numberOf(stem)]
      let found = false
      if (document !== undefined && term !== undefined)
        postings.eachOf(document, (one) => {
          found ||= one === term
        })
      return found
    },
    dateOf: (id) => sources.get(documents.get(id) ?? -1)?.at ?? '',
    peopleOf: (id) => sources.get(documents.get(id) ?? -1)?.people ?? [],
    kept: () => ({ postings, documents, sources }),
  }
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
