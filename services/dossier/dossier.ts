import { accessibility } from './accessibility.ts'
import { bio2 } from './bio2.ts'
import { dpia } from './dpia.ts'
import type { DossierGiven, Paper } from './given.ts'
import { processingRecord } from './processing-record.ts'
import { staffInformation } from './staff-information.ts'
import { worksCouncil } from './works-council.ts'

/** The papers that a municipality signs before it begins, made from the rules as they hold: all in Dutch. */
export const dossier = (of: DossierGiven): Paper[] =>
  [dpia, worksCouncil, processingRecord, bio2, accessibility, staffInformation].map((paper) => paper(of))

/** How many places of a paper somebody has to fill in. */
export const openPlaces = ({ text }: Paper): number => text.split('**[nog invullen:').length - 1
