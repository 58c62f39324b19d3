import { createChains, grown } from '../analysis/chains.ts'
import { createVocabulary, type Vocabulary } from './vocabulary.ts'

/** A text as the index keeps it: which terms it has, and how often. It cannot be read back in order. */
export interface Bag {
  terms: Uint32Array
  counts: Uint8Array
}

/**
 * Which documents hold which terms, and how often. A document has a number for as long as it is there; the order in which
 * documents came leaves no trace in what is found.
 */
export interface Postings {
  readonly vocabulary: Vocabulary
  /** How many documents there are. */
  readonly size: number
  /** One more than the highest number in use. */
  readonly bound: number
  /** The length of all documents together, in terms. */
  readonly length: number
  add(terms: Iterable<string>): number
  /** The same for what was kept before, with the numbers of this vocabulary. */
  addBag(bag: Bag): number
  remove(document: number): void
  bagOf(document: number): Bag
  eachOf(document: number, visit: (term: number) => void): void
  lengthOf(document: number): number
  /** In how many documents a term occurs. */
  holders(term: number): number
  /** Every document with a term: how often it has it, and how long it is. */
  each(term: number, visit: (document: number, count: number, length: number) => void): void
}

const COUNT_BITS = 8
const MOST = 2 ** COUNT_BITS - 1

export function createPostings(vocabulary = createVocabulary()): Postings {
  const chains = createChains()
  let holders = new Uint32Array(1024)
  let lengths = new Uint32Array(256)
  let alive = new Uint8Array(256)
  /** The terms of every document one after another, and where each document begins. */
  let held = new Uint32Array(4096)
  let begins = new Uint32Array(257)
  let bound = 0
  let size = 0
  let length = 0

  function place({ terms, counts }: Bag): number {
    const document = bound++
    if (bound >= lengths.length) {
      lengths = grown(lengths, bound * 1.5)
      alive = grown(alive, bound * 1.5)
      begins = grown(begins, bound * 1.5 + 1)
    }
    if (vocabulary.size > holders.length) holders = grown(holders, vocabulary.size * 1.5)
    const from = begins[document] as number
    if (from + terms.length > held.length) held = grown(held, (from + terms.length) * 1.5)
    for (const [at, term] of terms.entries()) {
      const count = counts[at] as number
      chains.push(term, document * (MOST + 1) + count)
      held[from + at] = term * (MOST + 1) + count
      holders[term] = (holders[term] as number) + 1
      lengths[document] = (lengths[document] as number) + count
    }
    begins[document + 1] = from + terms.length
    alive[document] = 1
    size += 1
    length += lengths[document] as number
    return document
  }

  function bagOf(document: number): Bag {
    const packed = held.subarray(begins[document], begins[document + 1])
    return {
      terms: Uint32Array.from(packed, (one) => one >>> COUNT_BITS),
      counts: Uint8Array.from(packed, (one) => one & MOST),
    }
  }

  return {
    vocabulary,
    get size() {
      return size
    },
    get bound() {
      return bound
    },
    get length() {
      return length
    },
    add(terms) {
      const counts = new Map<number, number>()
      for (const term of terms) {
        const number = vocabulary.add(term)
        counts.set(number, Math.min(MOST, (counts.get(number) ?? 0) + 1))
      }
      return place({ terms: Uint32Array.from(counts.keys()), counts: Uint8Array.from(counts.values()) })
    },
    addBag: place,
    remove(document) {
      if (!alive[document]) return
      alive[document] = 0
      size -= 1
      length -= lengths[document] as number
      for (const term of bagOf(document).terms) holders[term] = (holders[term] as number) - 1
    },
    bagOf,
    eachOf(document, visit) {
      const end = begins[document + 1] ?? 0
      for (let at = begins[document] ?? 0; at < end; at++) visit((held[at] as number) >>> COUNT_BITS)
    },
    lengthOf: (document) => lengths[document] ?? 0,
    holders: (term) => holders[term] ?? 0,
    each(term, visit) {
      if (!holders[term]) return
      chains.eachRun(term, (packed, from, to) => {
        for (let at = from; at < to; at++) {
          const one = packed[at] as number
          const document = one >>> COUNT_BITS
          if (alive[document]) visit(document, one & MOST, lengths[document] as number)
        }
      })
    },
  }
}
