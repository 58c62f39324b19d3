import { createChains, grown } from '../analysis/chains.ts'
import { createCutoff } from '../ranking/cutoff.ts'

/** A term that looks like another one, 0 to 1. */
export interface Alike {
  term: number
  likeness: number
}

/** Numbers for terms, and which of them look alike. A term that was added stays. */
export interface Vocabulary {
  readonly size: number
  numberOf(term: string): number | undefined
  add(term: string): number
  termAt(number: number): string
  /**
   * The terms of the same language that share at least this part of their trigrams with it (Dice), itself left out, the
   * likest first, and equals by their letters; only those that are `inUse`.
   */
  alike(term: string, least: number, most: number, inUse: (term: number) => boolean): Alike[]
}

interface Lengths {
  shortest: number
  longest: number
}

const TAG = 3
const LONGEST = 255
const NOWHERE = -1

export function createVocabulary(): Vocabulary {
  const numbers = new Map<string, number>()
  const terms: string[] = []
  const trigrams = new Map<string, number>()
  const holders = createChains()
  const lengths: number[] = []
  /** How long each term is: most that are met are too far off, and then their text need not be read. */
  let letters = new Uint8Array(1024)
  /** In how many lists a term was met, and which were; between two questions nothing. */
  let counts = new Uint8Array(0)
  let met = new Uint32Array(0)

  return {
    get size() {
      return terms.length
    },
    numberOf: (term) => numbers.get(term),
    termAt: (number) => terms[number] ?? '',
    add(term) {
      const known = numbers.get(term)
      if (known !== undefined) return known
      const number = terms.length
      numbers.set(term, number)
      terms.push(term)
      if (terms.length > letters.length) letters = grown(letters, terms.length * 1.5)
      letters[number] = Math.min(LONGEST, term.length - TAG)
      for (const trigram of trigramsOf(term)) {
        const list = trigrams.get(trigram) ?? trigrams.size
        trigrams.set(trigram, list)
        holders.push(list, number)
        lengths[list] = lengthOf(list) + 1
      }
      return number
    },
    alike(term, least, most, inUse) {
      if (counts.length < terms.length) {
        counts = new Uint8Array(terms.length * 1.5)
        met = new Uint32Array(terms.length * 1.5)
      }
      const own = trigramsOf(term)
      const many = meet(own, least)
      const found: Alike[] = []
      const cutoff = createCutoff(most)
      for (let at = 0; at < many; at++) {
        const number = met[at] as number
        // A term of n letters has n trigrams; a rare repetition within a word makes hardly any difference.
        const all = own.length + (letters[number] as number)
        const likeness = (2 * (counts[number] as number)) / all
        counts[number] = 0
        if (likeness < least || likeness < cutoff.value || !inUse(number) || terms[number] === term) continue
        cutoff.meet(likeness)
        found.push({ term: number, likeness })
      }
      return found.sort((a, b) => b.likeness - a.likeness || (termOf(a) < termOf(b) ? -1 : 1)).slice(0, most)
    },
  }

  /**
   * Counts how many of the trigrams each term has, the rarest first. What is met for the first time has none of those
   * before, and a long or very short term is then too far off already: so the most usual trigrams bring nothing new.
   */
  function meet(own: readonly string[], least: number): number {
    const lists = own.map((trigram) => trigrams.get(trigram) ?? NOWHERE).sort((a, b) => lengthOf(a) - lengthOf(b))
    const shortest = (least * own.length - 2) / (2 - least)
    let many = 0
    for (const [place, list] of lists.entries()) {
      const longest = (2 * (own.length - place)) / least - own.length
      holders.eachRun(list, (numbers, from, to) => {
        many = meetRun(numbers, from, to, { shortest, longest }, many)
      })
    }
    return many
  }

  function meetRun(numbers: Uint32Array, from: number, to: number, wanted: Lengths, before: number): number {
    const [countOf, lettersOf, seen] = [counts, letters, met]
    const { shortest, longest } = wanted
    let many = before
    for (let at = from; at < to; at++) {
      const number = numbers[at] as number
      const count = countOf[number] as number
      if (count > 0) countOf[number] = count + 1
      else if (longest >= shortest) {
        const length = lettersOf[number] as number
        if (length > longest || length < shortest) continue
        countOf[number] = 1
        seen[many++] = number
      }
    }
    return many
  }

  function lengthOf(list: number): number {
    return lengths[list] ?? 0
  }

  function termOf({ term }: Alike): string {
    return terms[term] as string
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
