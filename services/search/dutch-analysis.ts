import { type Analysis, createAnalysis } from './analysis.ts'
import { createSplitter } from './compounds.ts'
import { createLexicon } from './lexicon.ts'
import seed from './synonyms.json' with { type: 'json' }
import { createSynonyms, type SynonymGroup } from './synonyms.ts'

/** Reads texts with a list of Dutch words in the form of Hunspell, and the synonyms that every municipality has. */
export const dutchAnalysis = (wordList: string, own: readonly SynonymGroup[] = []): Analysis =>
  createAnalysis(createSplitter(createLexicon(wordList)), createSynonyms([...seed, ...own]))
