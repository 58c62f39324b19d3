import { dutchWordList } from '../../services/adapters/dictionary/dutch.ts'
import { dutchAnalysis } from '../../services/search/dutch-analysis.ts'

/** How the product reads texts. */
export const analysis = dutchAnalysis(await dutchWordList())
