import type { Card } from '../../cards/kit/card.ts'
import { pressesOf } from '../../cards/kit/presses.ts'
import type { House } from '../house.ts'
import { journalOf } from '../reflection/answers.ts'

export const TEXT = 'Een zandloper op tafel houdt het overleg kort.'
/** What the person may mean, as the card offers it: every choice but to do nothing. */
export const choices = (card: Card) =>
  pressesOf(card).flatMap(({ title, verb }) => (verb === 'draft.drop' ? [] : [title]))
export const textsOf = async (house: House, person = 'sanne') =>
  (await journalOf(house, person)).map(({ id, text }) => [
    id.startsWith('own-') ? 'own' : id.replace(/-[0-9a-f]{12}$/, ''),
    text,
  ])
