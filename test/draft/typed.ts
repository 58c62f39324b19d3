import type { Card } from '../../cards/kit.ts'
import type { House } from '../house.ts'
import { journalOf } from '../reflection/answers.ts'

export const TEXT = 'Een zandloper op tafel houdt het overleg kort.'
export const choices = (card: Card) => card.actions.map(({ title }) => title)
export const textsOf = async (house: House, person = 'sanne') =>
  (await journalOf(house, person)).map(({ id, text }) => [
    id.startsWith('own-') ? 'own' : id.replace(/-[0-9a-f]{12}$/, ''),
    text,
  ])
