import { clean } from '../../core/text/clean.ts'
import { PURPOSE_LIMIT } from '../schema.ts'

/** As much of what was typed as goes along, on one line. */
export const onLine = (text: string) => clean(text).replace(/\s+/g, ' ').slice(0, PURPOSE_LIMIT)
