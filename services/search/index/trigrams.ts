import { createChains, grown } from '../analysis/chains.ts'

const TAG = 3
const LONGEST = 255
const NOWHERE = -1

/** By which letters terms are known: three in a row, each with the terms that have it. */
function createTrigrams() {
  const lists = new Map<string, number>()
  const lengths: number[] = []
  const holders = createChains()
  const lengthOf = (list: number) => lengths[list] ?? 0

  return {
    add(trigram: string, term: number): void {
      const list = lists.get(trigram) ?? lists.size
      lists.set(trigram, list)
      holders.push(list, term)
      lengths[list] = lengthOf(list) + 1
    },
    /** The lists of these trigrams, the shortest first. */
    rarestFirst: (own: readonly string[]): number[] =>
      own.map((trigram) => lists.get(trigram) ?? NOWHERE).sort((a, b) => lengthOf(a) - lengthOf(b)),
    eachRun: holders.eachRun,
  }
}

/** What is known of each term, and was met of it: between two questions nothing. */
interface Met {
  /** How long it is: most that are met are too far off, and then their text need not be read. */
  letters: Uint8Array
  /** In how many lists. */
  counts: Uint8Array
  /** Which terms, in the order in which they were met. */
  terms: Uint32Array
}

interface Lengths {
  shortest: number
  longest: number
}

/** Takes a part of a list, after so many terms that were met already. @returns how many there are now */
function meetRun(met: Met, numbers: Uint32Array, from: number, to: number, wanted: Lengths, before: number): number {
  const { letters, counts, terms } = met
  const { shortest, longest } = wanted
  let many = before
  for (let at = from; at < to; at++) {
    const number = numbers[at] as number
    const count = counts[number] as number
    if (count > 0) counts[number] = count + 1
    else if (longest >= shortest) {
      const length = letters[number] as number
      if (length > longest || length < shortest) continue
      counts[number] = 1
      terms[many++] = number
    }
  }
  return many
}

/** Finds which terms look alike. They have numbers, from 0, one more each. */
export function createLikeness() {
  const trigrams = createTrigrams()
  const met: Met = { letters: new Uint8Array(1024), counts: new Uint8Array(0), terms: new Uint32Array(0) }
  let size = 0

  /**
   * Counts how many of the trigrams each term has, the rarest first. What is met for the first time has none of those
   * before, and a long or very short term is then too far off already: so the most usual trigrams bring nothing new.
   */
  function meet(own: readonly string[], least: number): number {
    const shortest = (least * own.length - 2) / (2 - least)
    let many = 0
    for (const [place, list] of trigrams.rarestFirst(own).entries()) {
      const longest = (2 * (own.length - place)) / least - own.length
      trigrams.eachRun(list, (numbers, from, to) => {
        many = meetRun(met, numbers, from, to, { shortest, longest }, many)
      })
    }
    return many
  }

  return {
    add(term: string): void {
      const number = size++
      if (size > met.letters.length) met.letters = grown(met.letters, size * 1.5)
      met.letters[number] = Math.min(LONGEST, term.length - TAG)
      for (const trigram of trigramsOf(term)) trigrams.add(trigram, number)
    },

    /** Visits each term that shares at least this part of its trigrams with this one (Dice), this one included. */
    each(term: string, least: number, visit: (number: number, likeness: number) => void): void {
      if (met.counts.length < size) {
        met.counts = new Uint8Array(size * 1.5)
        met.terms = new Uint32Array(size * 1.5)
      }
      const { letters, counts, terms } = met
      const own = trigramsOf(term)
      const many = meet(own, least)
      for (let at = 0; at < many; at++) {
        const number = terms[at] as number
        // A term of n letters has n trigrams; a rare repetition within a word makes hardly any difference.
        const likeness = (2 * (counts[number] as number)) / (own.length + (letters[number] as number))
        counts[number] = 0
        if (likeness >= least) visit(number, likeness)
      }
    },
  }
}

/** Of a tagged term, with its begin and end; those of another language are others. */
function trigramsOf(term: string): string[] {
  const [language = ''] = term
  const padded = paddedOf(term)
  const found = new Set<string>()
  for (let at = 0; at + 3 <= padded.length; at++) found.add(language + padded.slice(at, at + 3))
  return [...found]
}

const paddedOf = (term: string): string => `^^${term.slice(TAG)}$`
