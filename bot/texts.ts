import { wordLists } from '../services/adapters/dictionary/lists.ts'
import type { Analysis } from '../services/search/analysis/analysis.ts'
import { dutchAnalysis } from '../services/search/analysis/dutch-analysis.ts'
import { createFamiliar, type Familiar } from '../services/search/analysis/familiar-words.ts'
import type { SynonymGroup } from '../services/search/analysis/synonyms.ts'
import trade from '../services/search/analysis/trade-words.json' with { type: 'json' }
import { createWorkWords } from '../services/typed/grammar/work-words.ts'
import { createReader, type Read } from '../services/typed/kind.ts'
import { createClassifier } from '../services/typed/learnt/classifier.ts'
import weights from '../services/typed/learnt/weights.json' with { type: 'json' }

/** Made when it is first asked for, and once for all. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** They are long and never change. */
const lists = once(wordLists)

/** How Dutch is read. */
export const analysis = once(async (): Promise<Analysis> => dutchAnalysis(await lists()))

/** The same, with words of the municipality's own. */
export const analysisWith = (own: readonly SynonymGroup[]): typeof analysis =>
  own.length === 0 ? analysis : once(async () => dutchAnalysis(await lists(), own))

/** Which words many people use. */
export const familiar = once(async (): Promise<Familiar> => {
  const [read, { common }] = await Promise.all([analysis(), lists()])
  return createFamiliar(read, common)
})

/** What a typed text is. */
export const reader = once(async (): Promise<Read> => {
  const { common } = await lists()
  return createReader(createWorkWords(common.nl, common.en, trade), createClassifier(weights))
})
