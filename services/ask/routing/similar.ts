import type { Language } from '../../core/ports.ts'
import type { Analysis } from '../../search/analysis/analysis.ts'

/** Part of the words of both that they have in common, from which on two questions are about the same thing. */
const ALIKE = 0.7

/** Tells whether two questions are about the same thing: word order, small words and endings play no part. */
export function alike(analysis: Analysis, language: Language): (one: string, other: string) => boolean {
  const termsIn = (text: string) => new Set(analysis.termsOf(text, language).map(({ term }) => term))
  return (one, other) => {
    const [ones, others] = [termsIn(one), termsIn(other)]
    const common = [...ones].filter((term) => others.has(term)).length
    const all = ones.size + others.size - common
    return all > 0 && common / all >= ALIKE
  }
}
