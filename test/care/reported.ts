import type { Card } from '../../cards/kit/card.ts'
import type { Store } from '../../services/core/ports.ts'
import { type House, ROSTER, read, TENANT, House as Town } from '../house.ts'
import { answered } from '../reflection/answers.ts'

export const HURTS = 'Een parkeervergunning snapt zelfs die slome van Vergunningen nu.'
/** Olga is of the works council; Hein is too, but of HR as well. */
const COUNCIL = [
  { id: 'olga', name: 'Olga Raad', unit: ['Gemeente'], managers: ['hans'], roles: ['works-council' as const] },
  {
    id: 'hein',
    name: 'Hein Mol',
    unit: ['Gemeente'],
    managers: ['hans'],
    roles: ['hr' as const, 'works-council' as const],
  },
]

/** A town in which the works council decides on reports, unless nobody was chosen. */
export async function openTown(store?: Store, decides = true): Promise<House> {
  const house = await Town.open({ roster: [...ROSTER, ...COUNCIL], ...(store && { store }) })
  if (decides) await house.app.pulse.policies.choose(TENANT, { decides: 'works-council' })
  return house
}

/** Karin shared something that hurts, and Bram is about to say so. */
export async function reporting(house: House): Promise<Card> {
  await answered(house, 'karin', HURTS, { sharing: 'colleagues' })
  return house.press('bram', await house.say('bram', 'lees parkeervergunning'), 'Meld dit')
}

export const finds = async (house: House, person = 'sanne') =>
  /snapt zelfs die slome/.test(read(await house.say(person, 'zoek parkeervergunning')))
