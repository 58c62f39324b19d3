import { moments } from '../../services/reflection/moment.ts'
import { type House, TENANT } from '../house.ts'

/** Everything that lies in the journal of this person, also what they cannot see any more. */
export async function journalOf(house: House, person: string) {
  const { items } = await moments(house.store).find({ tenant: TENANT, person }, { index: 'written', limit: 100 })
  return items
}

/** Answers this week's question on its card, and gives the card that confirms it. */
export async function answered(house: House, person: string, text: string, inputs: Record<string, string> = {}) {
  const card = await house.say(person, 'vraag')
  return house.press(person, card, card.actions[0]?.title ?? '', { text, ...inputs })
}
