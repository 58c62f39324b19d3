import type { Language } from '../../services/core/ports.ts'
import { casts } from './cast.ts'
import { askWing } from './gallery/ask.ts'
import { barrierWing } from './gallery/barriers.ts'
import { besideWing } from './gallery/beside.ts'
import { careWing } from './gallery/care.ts'
import { insertionWing } from './gallery/insertion.ts'
import { intentionWing } from './gallery/intentions.ts'
import { knowledgeWing } from './gallery/knowledge.ts'
import { noticeWing } from './gallery/notice.ts'
import { offerWing } from './gallery/offer.ts'
import { ownWing } from './gallery/own.ts'
import { pulseWing } from './gallery/pulse.ts'
import { reflectionWing } from './gallery/reflection.ts'
import { runningWing } from './gallery/running.ts'
import { type Shown, showing } from './gallery/shown.ts'

export type { Shown } from './gallery/shown.ts'

const WINGS = [
  reflectionWing,
  askWing,
  offerWing,
  pulseWing,
  careWing,
  ownWing,
  knowledgeWing,
  insertionWing,
  intentionWing,
  barrierWing,
  noticeWing,
  runningWing,
  besideWing,
]

export const LANGUAGES: readonly Language[] = ['nl', 'en']

/** Every card in every state that the product can show, with ordinary, hostile and the longest words. */
export const gallery = (language: Language): Shown[] =>
  casts(language).flatMap((cast) => WINGS.flatMap((wing) => wing(showing(cast), language, cast)))
