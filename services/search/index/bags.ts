import { grown } from '../analysis/chains.ts'

/** A text as the index keeps it: which terms it has, and how often. It cannot be read back in order. */
export interface Bag {
  terms: Uint32Array
  counts: Uint8Array
}

const COUNT_BITS = 8
/** A term is counted so often, and no more. */
export const MOST = 2 ** COUNT_BITS - 1

/** A number with how often it is meant, in one. */
export const packed = (number: number, count: number): number => number * (MOST + 1) + count
export const numberIn = (one: number): number => one >>> COUNT_BITS
export const countIn = (one: number): number => one & MOST

export const bagIn = (all: Uint32Array): Bag => ({
  terms: Uint32Array.from(all, numberIn),
  counts: Uint8Array.from(all, countIn),
})

/** The terms of every document one after another, and where each document begins. */
export function createBags() {
  let held = new Uint32Array(4096)
  let begins = new Uint32Array(257)
  let size = 0

  return {
    get size() {
      return size
    },
    /** Gives the document its number: from 0, one more each. */
    push({ terms, counts }: Bag): number {
      const document = size++
      if (size >= begins.length) begins = grown(begins, size * 1.5 + 1)
      const from = begins[document] as number
      const to = from + terms.length
      if (to > held.length) held = grown(held, to * 1.5)
      for (let at = 0; at < terms.length; at++) held[from + at] = packed(terms[at] as number, counts[at] as number)
      begins[size] = to
      return document
    },
    of: (document: number): Bag => bagIn(held.subarray(begins[document], begins[document + 1])),
    eachOf(document: number, visit: (term: number) => void): void {
      const end = begins[document + 1] ?? 0
      for (let at = begins[document] ?? 0; at < end; at++) visit(numberIn(held[at] as number))
    },
  }
}
