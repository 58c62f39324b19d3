import { createChains, grown } from '../analysis/chains.ts'
import { type Bag, countIn, createBags, MOST, numberIn, packed } from './bags.ts'
import { createVocabulary, type Vocabulary } from './vocabulary.ts'

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

/** Which documents hold each term, and how many of them there still are. */
function createHolders() {
  const chains = createChains()
  let many = new Uint32Array(1024)

  return {
    add(term: number, document: number, count: number): void {
      if (term >= many.length) many = grown(many, (term + 1) * 1.5)
      chains.push(term, packed(document, count))
      many[term] = (many[term] as number) + 1
    },
    drop(term: number): void {
      many[term] = (many[term] as number) - 1
    },
    count: (term: number) => many[term] ?? 0,
    eachRun: chains.eachRun,
  }
}

export function createPostings(vocabulary = createVocabulary()): Postings {
  const holders = createHolders()
  const bags = createBags()
  let lengths = new Uint32Array(256)
  let alive = new Uint8Array(256)
  let size = 0
  let length = 0

  function place(bag: Bag): number {
    const document = bags.push(bag)
    if (document >= lengths.length) {
      lengths = grown(lengths, document * 1.5)
      alive = grown(alive, document * 1.5)
    }
    for (const [at, term] of bag.terms.entries()) holders.add(term, document, bag.counts[at] as number)
    lengths[document] = bag.counts.reduce((sum, count) => sum + count, 0)
    alive[document] = 1
    size += 1
    length += lengths[document] as number
    return document
  }

  return {
    vocabulary,
    get size() {
      return size
    },
    get bound() {
      return bags.size
    },
    get length() {
      return length
    },
    add: (terms) => place(counted(terms, vocabulary)),
    addBag: place,
    remove(document) {
      if (!alive[document]) return
      alive[document] = 0
      size -= 1
      length -= lengths[document] as number
      bags.eachOf(document, holders.drop)
    },
    bagOf: bags.of,
    eachOf: bags.eachOf,
    lengthOf: (document) => lengths[document] ?? 0,
    holders: holders.count,
    each(term, visit) {
      if (holders.count(term) === 0) return
      holders.eachRun(term, (all, from, to) => {
        for (let at = from; at < to; at++) {
          const one = all[at] as number
          const document = numberIn(one)
          if (alive[document]) visit(document, countIn(one), lengths[document] as number)
        }
      })
    },
  }
}

/** How often each of these terms is there, by their numbers. */
function counted(terms: Iterable<string>, vocabulary: Vocabulary): Bag {
  const counts = new Map<number, number>()
  for (const term of terms) {
    const number = vocabulary.add(term)
    counts.set(number, Math.min(MOST, (counts.get(number) ?? 0) + 1))
  }
  return { terms: Uint32Array.from(counts.keys()), counts: Uint8Array.from(counts.values()) }
}
