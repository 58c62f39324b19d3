import type { Language } from '../../core/ports.ts'
import { createLexicon } from '../index/lexicon.ts'
import seed from '../synonyms.json' with { type: 'json' }
import { type Analysis, createAnalysis } from './analysis.ts'
import { createSplitter } from './compounds.ts'
import { createEveryday } from './everyday-words.ts'
import { createSynonyms, type SynonymGroup } from './synonyms.ts'

/** What texts are read with. */
export interface WordLists {
  /** Dutch words in the form of Hunspell. */
  dutch: string
  /** The words that are used most, most used first. */
  common: Record<Language, readonly string[]>
}

/** Reads texts with these lists, and the synonyms that every municipality has. */
export function dutchAnalysis({ dutch, common }: WordLists, own: readonly SynonymGroup[] = []): Analysis {
  const lexicon = createLexicon(dutch)
  return createAnalysis({
    lexicon,
    split: createSplitter(lexicon),
    synonyms: createSynonyms([...seed, ...own]),
    everyday: createEveryday(common),
  })
}
