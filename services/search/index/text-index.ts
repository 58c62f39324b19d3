import type { Instant, Language, PersonId } from '../../core/ports.ts'
import type { Analysis } from '../analysis/analysis.ts'
import { type Covered, covering } from '../ranking/covering.ts'
import type { Evidence } from '../ranking/evidence.ts'
import { createRanking, type Ranked } from '../ranking/ranking.ts'
import { lookedUp } from './asked-terms.ts'
import { emptyIndex, type Kept, type Source, without } from './kept-texts.ts'

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

/** From how much of a question on something is about it, and from how much it may be. */
export const ABOUT = 0.4
export const PERHAPS_ABOUT = 0.33

/** Whether there is a word by which it may be said to be about the question. */
export const isOnTopic = ({ words }: Match): boolean => words.length > 0

/** How far down the list something may be that is shown: further down nothing covers a question. */
const LOOKED_AT = 200

/** Searches short texts in Dutch and English. Lives in memory and keeps stems, never the texts themselves. */
export function textIndex(analysis: Analysis, from: Kept = emptyIndex()): TextIndex {
  let kept = from
  let ranking = createRanking(kept.postings)

  function remove(id: string): void {
    const left = without(kept, id)
    if (left === kept) return
    kept = left
    ranking = createRanking(kept.postings)
  }

  /** The best so many, and what tells of each what it has: for some that is never asked. */
  function ranked(question: string, language: Language, most: number) {
    const { postings, sources } = kept
    const asked = lookedUp(postings, analysis.asked(question, language))
    const idOf = (document: number) => sources.get(document)?.id ?? ''
    const best = ranking.best(asked, most, (a, b) => (idOf(a) < idOf(b) ? -1 : 1))
    const covered = covering(postings, asked)
    return { best, matchOf: (one: Ranked) => match(kept, one, covered(one.document)) }
  }

  return {
    add(id, { text, language, at, people, kind = 'shared' }) {
      remove(id)
      const terms = analysis
        .termsOf(text, language)
        .flatMap(({ term, parts }) => [term, ...parts.map((part) => part.term)])
      const document = kept.postings.add(terms)
      kept.documents.set(id, document)
      kept.sources.set(document, { id, at, people, kind })
    },
    remove,
    get size() {
      return kept.postings.size
    },
    find(question, language, limit, wanted = () => true) {
      const { best, matchOf } = ranked(question, language, LOOKED_AT)
      const found: Match[] = []
      for (const one of best) {
        if (found.length >= limit) break
        found.push(...matchOf(one).filter(({ id, share }) => share >= PERHAPS_ABOUT && wanted(id)))
      }
      return found
    },
    related(question, language, limit) {
      const { best, matchOf } = ranked(question, language, limit)
      return best.flatMap(matchOf)
    },
    holds: (id, stem) => holds(kept, id, stem),
    dateOf: (id) => sourceOf(kept, id)?.at ?? '',
    peopleOf: (id) => sourceOf(kept, id)?.people ?? [],
    kept: () => kept,
  }
}

const sourceOf = ({ sources, documents }: Kept, id: string) => sources.get(documents.get(id) ?? -1)

function match({ sources, postings }: Kept, { document, score }: Ranked, { hits, share, held }: Covered): Match[] {
  const source = sources.get(document)
  if (!source) return []
  const { id, at, kind } = source
  const words = hits.map(({ word }) => word)
  const stems = hits.map(({ term }) => postings.vocabulary.termAt(term))
  return [{ id, score, words, stems, share, held, at, kind }]
}

function holds({ documents, postings }: Kept, id: string, stem: string): boolean {
  const [document, term] = [documents.get(id), postings.vocabulary.numberOf(stem)]
  let found = false
  if (document !== undefined && term !== undefined)
    postings.eachOf(document, (one) => {
      found ||= one === term
    })
  return found
}
