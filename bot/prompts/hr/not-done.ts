import type { Fate } from '../../../services/prompts/tuning/revised.ts'
import { refused } from '../../http/audience.ts'

/** Nothing is lost when it was not done: the page looks again, and still has what was typed. Undefined when it was done. */
export function notDone(fate: Fate) {
  if (fate === 'meanwhile') return refused(409, 'changed-meanwhile')
  return fate === 'refused' ? refused(422, 'not-now') : undefined
}
