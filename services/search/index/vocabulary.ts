import { createCutoff } from '../ranking/cutoff.ts'
import { createLikeness } from './trigrams.ts'

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

export function createVocabulary(): Vocabulary {
  const numbers = new Map<string, number>()
  const terms: string[] = []
  const likeness = createLikeness()
  const termOf = ({ term }: Alike) => terms[term] as string

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
      likeness.add(term)
      return number
    },
    alike(term, least, most, inUse) {
      const found: Alike[] = []
      const cutoff = createCutoff(most)
      likeness.each(term, least, (number, share) => {
        if (share < cutoff.value || !inUse(number) || terms[number] === term) return
        cutoff.meet(share)
        found.push({ term: number, likeness: share })
      })
      return found.sort((a, b) => b.likeness - a.likeness || (termOf(a) < termOf(b) ? -1 : 1)).slice(0, most)
    },
  }
}
