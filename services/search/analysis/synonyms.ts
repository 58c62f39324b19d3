import { fold, stemOfFolded, tagged } from './stems.ts'
import { topicsOf } from './words.ts'

/** Which other terms mean the same as those of a question. */
export interface Synonyms {
  of(terms: readonly string[]): ReadonlyMap<string, string[]>
}

/** Words or phrases that mean the same to people who work in a municipality. */
export type SynonymGroup = readonly string[]

/** A phrase is in a question when all its words are; its synonyms then go with the first of them. */
export function createSynonyms(groups: readonly SynonymGroup[]): Synonyms {
  const members = groups.flatMap((group) => {
    const phrases = group.map(termsOf)
    return phrases.map((terms) => ({ terms, others: phrases.filter((one) => one !== terms).flat() }))
  })
  const byFirst = Map.groupBy(members, ({ terms: [first = ''] }) => first)
  return {
    of(terms) {
      const asked = new Set(terms)
      const found = new Map<string, string[]>()
      for (const first of terms)
        for (const member of byFirst.get(first) ?? [])
          if (member.terms.every((term) => asked.has(term)))
            found.set(first, [...(found.get(first) ?? []), ...member.others.filter((term) => !asked.has(term))])
      return found
    },
  }
}

const termsOf = (phrase: string): string[] =>
  topicsOf(phrase, 'nl').map((word) => tagged(stemOfFolded(fold(word), 'nl'), 'nl'))
