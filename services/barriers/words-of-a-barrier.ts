import type { Checked } from '../core/text/signs.ts'
import { BARRIER_LIMIT, type BarrierProblem, SAID_LIMIT } from './schema.ts'

/** Who somebody's manager is: named by a role is named all the same, for the team knows who that is. */
const A_PERSON_BY_ROLE =
  /\b(mijn|onze|m[’']n|haar|zijn|jullie|my|our|her|his)\s+(\S+\s+)?(leidinggevende|manager|teamleider|teammanager|afdelingshoofd|chef|baas|baasje|directeur|wethouder|burgemeester|griffier|coördinator|supervisor|boss|team lead|team leader|mayor|alderman)\b/i

/** Why these words cannot go on a list that everybody reads; undefined when they can. */
export function inText(text: string, { pointing, leftOut }: Pick<Checked, 'pointing' | 'leftOut'>) {
  if (!text) return 'empty'
  if (text.length > BARRIER_LIMIT) return 'too-long'
  if (leftOut.length > 0 || pointing.some(({ kind }) => kind === 'address' || kind === 'case')) return 'personal'
  if (A_PERSON_BY_ROLE.test(text) || pointing.some(({ kind }) => kind === 'name')) return 'person'
  return undefined
}

/** The same of what an owner says, who may name people: colleagues read who does what. */
export function inWords(words: string, { leftOut }: Pick<Checked, 'leftOut'>): BarrierProblem | undefined {
  if (!words) return 'empty'
  if (words.length > SAID_LIMIT) return 'too-long'
  return leftOut.length > 0 ? 'personal' : undefined
}
