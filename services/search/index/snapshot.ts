import type { Evidence } from '../ranking/evidence.ts'
import { bagIn, packed } from './bags.ts'
import { compacted, emptyIndex, type Kept } from './kept-texts.ts'

/** Raised when texts are read in another way: what was read before is then read anew. */
const FORM = 3
const WORD_BYTES = 4

/** All strings of an index; its numbers follow. `note` is whatever the owner wants to find again. */
interface Head {
  form: number
  note: string
  terms: string[]
  people: string[]
  sources: [id: string, at: string, kind: Evidence, people: number[], terms: number][]
}

/** An index as bytes. What was removed from it is not in them, not even as a word. */
export function written(kept: Kept, note: string): Uint8Array {
  const { postings, sources } = compacted(kept)
  const people = new Map<string, number>()
  const numberOf = (person: string): number => {
    const number = people.get(person) ?? people.size
    people.set(person, number)
    return number
  }
  const all: number[] = []
  const rows = [...sources].map(([document, { id, at, kind, people: behind }]): Head['sources'][number] => {
    const { terms, counts } = postings.bagOf(document)
    for (const [place, term] of terms.entries()) all.push(packed(term, counts[place] as number))
    return [id, at, kind, behind.map(numberOf), terms.length]
  })
  const terms = Array.from({ length: postings.vocabulary.size }, (_, number) => postings.vocabulary.termAt(number))
  const head: Head = { form: FORM, note, terms, people: [...people.keys()], sources: rows }
  const text = new TextEncoder().encode(JSON.stringify(head))
  const padded = Math.ceil(text.length / WORD_BYTES)
  const numbers = new Uint32Array(2 + padded + all.length)
  numbers.set([text.length, all.length])
  new Uint8Array(numbers.buffer).set(text, 2 * WORD_BYTES)
  numbers.set(all, 2 + padded)
  return new Uint8Array(numbers.buffer)
}

/** The index that was written, or undefined when it was by another release. */
export function readBack(bytes: Uint8Array): { kept: Kept; note: string } | undefined {
  const numbers = new Uint32Array(Uint8Array.from(bytes).buffer)
  const [length = 0] = numbers
  const text = new TextDecoder().decode(bytes.subarray(2 * WORD_BYTES, 2 * WORD_BYTES + length))
  const head = JSON.parse(text) as Head
  if (head.form !== FORM) return undefined
  const kept = emptyIndex()
  for (const term of head.terms) kept.postings.vocabulary.add(term)
  let from = 2 + Math.ceil(length / WORD_BYTES)
  for (const [id, at, kind, people, terms] of head.sources) {
    const document = kept.postings.addBag(bagIn(numbers.subarray(from, from + terms)))
    from += terms
    kept.documents.set(id, document)
    kept.sources.set(document, { id, at, kind, people: people.map((person) => head.people[person] ?? '') })
  }
  return { kept, note: head.note }
}
