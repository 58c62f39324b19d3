import { wordLists } from '../../services/adapters/dictionary/lists.ts'
import { dutchAnalysis } from '../../services/search/analysis/dutch-analysis.ts'

/** How the product reads texts. */
export const analysis = dutchAnalysis(await wordLists())
