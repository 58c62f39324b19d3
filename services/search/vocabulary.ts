import { createChains } from './chains.ts'

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

const TAG = 3
const NOWHERE = -1

export function createVocabulary(): Vocabulary {
  const numbers = new Map<string, number>()
  const terms: string[] = []
  const trigrams = new Map<string, number>()
  const holders = createChains()
  const lengths: number[] = []
  let counts = new Uint8Array(0)

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
      for (const trigram of trigramsOf(term)) {
        const list = trigrams.get(trigram) ?? trigrams.size
        trigrams.set(trigram, list)
        holders.push(list, number)
        lengths[list] = lengthOf(list) + 1
      }
      return number
    },
    alike(term, least, most, inUse) {
      if (counts.length < terms.length) counts = new Uint8Array(terms.length * 1.5)
      const own = trigramsOf(term)
      const lists = own
        .map((trigram) => ({ trigram, list: trigrams.get(trigram) ?? NOWHERE }))
        .sort((a, b) => lengthOf(a.list) - lengthOf(b.list))
      const skipped = lists.splice(own.length - spare(own.length, least))
      const met: number[] = []
      for (const { list } of lists)
        holders.each(list, (number) => {
          if (counts[number] === 0) met.push(number)
          counts[number] = (counts[number] as number) + 1
        })
      const found: Alike[] = []
      for (const number of met) {
        const other = terms[number] as string
        // A term of n letters has n trigrams; a rare repetition within a word makes hardly any difference.
        const all = own.length + other.length - TAG
        let shared = counts[number] as number
        counts[number] = 0
        if (2 * (shared + skipped.length) < least * all || other === term || !inUse(number)) continue
        const padded = paddedOf(other)
        for (const { trigram } of skipped) if (padded.includes(trigram.slice(1))) shared += 1
        if (2 * shared >= least * all) found.push({ term: number, likeness: (2 * shared) / all })
      }
      return found.sort((a, b) => b.likeness - a.likeness || (termOf(a) < termOf(b) ? -1 : 1)).slice(0, most)
    },
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

/**
 * How many trigrams need not be looked up, the most usual ones: whoever is alike enough also shares one of the others. A
 * term of m trigrams shares at most m, so the shortest that can be alike has m = least / (2 - least) of ours.
 */
function spare(trigrams: number, least: number): number {
  const fewest = Math.ceil((least / (2 - least)) * trigrams)
  return Math.max(0, fewest - 1)
}
