import { takenCard, tenderTakenCard } from '../../../cards/insertion/taken.ts'
import { TAKEN_LIMIT, WAYS } from '../../../services/insertion/schema.ts'
import type { Wing } from './shown.ts'

/** A message of any chat, as its text comes into a dialog. */
export const insertionWing: Wing = (show, language, { moment }) =>
  WAYS.flatMap((way) => {
    const view = { language, way, form: 'form-1', limit: TAKEN_LIMIT }
    return [
      show(takenCard, way, { ...view, text: moment.slice(0, TAKEN_LIMIT) }),
      show(takenCard, `${way}, nothing written`, { ...view, text: '', isEmpty: true }),
      show(tenderTakenCard, `${way}, distress`, { ...view, text: moment.slice(0, TAKEN_LIMIT), adviser: undefined }),
    ]
  })
