import { commonWords } from '../services/adapters/dictionary/common.ts'
import { wordLists } from '../services/adapters/dictionary/lists.ts'
import type { Analysis } from '../services/search/analysis.ts'
import { dutchAnalysis } from '../services/search/dutch-analysis.ts'
import { createFamiliar, type Familiar } from '../services/search/familiar.ts'
import type { SynonymGroup } from '../services/search/synonyms.ts'
import trade from '../services/search/trade-words.json' with { type: 'json' }
import { createEveryday } from '../services/typed/everyday.ts'
import { createReader, type Read } from '../services/typed/kind.ts'

/** Made when it is first asked for, and once for all. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** How Dutch is read. The list of words is long and never changes. */
export const analysis = once(async (): Promise<Analysis> => dutchAnalysis(await wordLists()))

/** The same, with words of the municipality's own. */
export const analysisWith = (own: readonly SynonymGroup[]): typeof analysis =>
  own.length === 0 ? analysis : once(async () => dutchAnalysis(await wordLists(), own))

/** Which words many people use. */
export const familiar = once(async (): Promise<Familiar> => {
  const [read, nl, en] = await Promise.all([analysis(), commonWords('nl'), commonWords('en')])
  return createFamiliar(read, { nl, en })
})

/** What a typed text is. */
export const reader = once(async (): Promise<Read> => {
  const [nl, en] = await Promise.all([commonWords('nl'), commonWords('en')])
  return createReader(createEveryday(nl, en, trade))
})
