import { HOW } from '../../services/core/how.ts'
import type { PersonId } from '../../services/core/ports.ts'
import type { Sharing } from '../../services/reflection/schema.ts'
import { pressOf } from './activity.ts'
import type { Town } from './town.ts'

/** One press on "Bewaar". */
export interface Press {
  person: PersonId
  text: string
  body: Buffer
}

const TENTH = 10
/** Of ten answers one is shared with colleagues and one is offered to the pulse; the others are kept to oneself. */
const SHARINGS: Record<number, Sharing> = { 4: 'pulse', 9: 'colleagues' }

/**
 * All answer, then all change their answer, and so on: every press brings words of its own, and is to be stored. A round
 * is a press of everybody: nobody presses again before the press of before is answered.
 */
export function rounds(town: Town, people: readonly PersonId[], count: number): Press[][] {
  return Array.from({ length: count }, (_, before) => people.map((person, place) => press(town, person, place, before)))
}

/** @param before how often this person pressed already */
function press({ tenant, questions, texts }: Town, person: PersonId, place: number, before: number): Press {
  const text = `${texts[place % texts.length]} (${place}, ${before})`
  const data = {
    moment: questions.get(person) ?? '',
    revision: String(before),
    text,
    how: HOW[place % HOW.length] ?? '',
    sharing: SHARINGS[place % TENTH] ?? 'self',
  }
  return { person, text, body: Buffer.from(JSON.stringify(pressOf(tenant, person, 'reflection.answer', data))) }
}
