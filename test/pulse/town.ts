import { type Person, placed } from '../../services/core/people.ts'
import type { Store } from '../../services/core/ports.ts'
import { pulseCollections } from '../../services/pulse/collections.ts'
import { House, type Options, TENANT } from '../house.ts'
import { answered } from '../reflection/answers.ts'

/** A Friday: the first window opens on the Monday after it. */
export const FRIDAY = new Date('2026-11-20T09:00Z')
export const WINDOW = '2026-W48'
/** Its weeks are over. */
export const CLOSED = '2026-12-07T00:30Z'
/** A Tuesday at nine in the morning: all pulses of the window come. */
export const PUBLISHED = '2026-12-08T08:00Z'

export const JEUGD = ['Gemeente', 'Team Jeugd']
export const WMO = ['Gemeente', 'Team Wmo']
/** So many in each team can count. */
const SIZE = 24

type Team = 'jeugd' | 'wmo'
export interface Employed {
  id: string
  name: string
  unit: string[]
  managers: string[]
}

export const staff = (team: Team, count = SIZE) =>
  Array.from({ length: count }, (_, place) => `${team}-${String(place).padStart(2, '0')}`)

export const members = (team: Team, unit: string[], managers: string[], count = SIZE): Employed[] =>
  staff(team, count).map((id) => ({ id, name: `Medewerker ${id}`, unit, managers }))

export const MANAGERS: Employed[] = [
  { id: 'baas', name: 'Hanneke Baas', unit: ['Gemeente'], managers: [] },
  { id: 'petra', name: 'Petra Mulder', unit: JEUGD, managers: ['baas'] },
  { id: 'ruud', name: 'Ruud Willems', unit: WMO, managers: ['baas'] },
  { id: 'karin', name: 'Karin de Wit', unit: WMO, managers: ['ruud'] },
]

const ROSTER = [...MANAGERS, ...members('jeugd', JEUGD, ['petra']), ...members('wmo', WMO, ['ruud'])]

/** Every draw gives the least: nothing is held back. */
export const LEAST = { id: () => '0'.repeat(32) }

/**
 * A municipality with two blocks, a roster that was confirmed, and an open window.
 * @param idOf the object id of whom this file calls by a short name
 */
export async function openTown(
  options: Options = {},
  idOf = (handle: string) => handle,
  employed: readonly Employed[] = ROSTER,
): Promise<House> {
  const house = new House({ at: FRIDAY, draws: LEAST, ...options })
  await fill(house, employed, idOf)
  await house.app.pulse.course.confirm(TENANT)
  await house.until('2026-11-23T09:00Z')
  return house
}

/** A municipality on the Friday before its first window opens. */
export async function fill(house: House, employed: readonly Employed[], idOf = (handle: string) => handle) {
  const { roster } = house.app
  const everyone = placed(
    employed.map((one): Omit<Person, 'manages' | 'readers'> => {
      const { id, managers, ...rest } = one
      const ids = { id: idOf(id), managers: managers.map(idOf), email: `${id}@voorbeeldstad.example` }
      return { ...rest, ...ids, tenant: TENANT, roles: [], since: '2026-W47' }
    }),
  )
  await roster.together(TENANT, async (people) => {
    for (const person of everyone) await people.put(person)
  })
}

/** The same town, in another process. */
export const again = (house: House, store: Store = house.store) => new House({ at: house.now, draws: LEAST, store })

/** They answer this week's question, each for themselves, with how they learned. */
export async function tick(house: House, people: readonly string[], how = 'werk'): Promise<void> {
  for (const person of people) await answered(house, person, `Iets van ${person}`, { how })
}

/** The roster is looked at in every week, so that every window is sure. */
export async function lookedAt(house: House, until: string): Promise<void> {
  const end = new Date(until)
  for (let at = house.now; at < end; at = new Date(at.getTime() + 5 * 86_400_000)) {
    await house.until(at.toISOString())
    await house.app.pulse.course.confirm(TENANT)
  }
  await house.until(until)
}

/** So many ticks are never drawn from: all of them count. */
const ELEVEN = 11
const OTHER_NEEDS = ['zelf mogen beslissen', 'uitleg of oefening', 'een beter systeem']

/** They answer, and eleven of them say what they need: six the same thing, which is told, and the rest what too few did. */
export async function needing(house: House, people: readonly string[]): Promise<void> {
  await tick(house, people)
  for (const [place, person] of people.slice(0, ELEVEN).entries())
    await house.say(person, `kies ${place < 6 ? 'meer tijd' : OTHER_NEEDS[place % OTHER_NEEDS.length]}`)
}

/** Somebody answers, and agrees to the pulse after seeing the text and who reads it. */
export async function quote(house: House, person: string, text: string): Promise<void> {
  const asked = await answered(house, person, text, { how: 'collega', sharing: 'pulse' })
  await house.press(person, asked, 'Zet dit in de leerpuls')
}

export const QUOTES = ['Bel eerst de moeder.', 'Vraag wat iemand weer wil kunnen.', 'Lees het dossier achteraf.']

/** Team Jeugd answers, three of them in words for the pulse; of Team Wmo only a few answer. */
export async function answering(house: House, idOf = (handle: string) => handle): Promise<void> {
  for (const [place, text] of QUOTES.entries()) await quote(house, idOf(`jeugd-0${place}`), text)
  await tick(house, staff('jeugd', 18).slice(3).map(idOf))
  await tick(house, staff('wmo', 4).map(idOf))
}

export async function pulsesOf(house: House) {
  const { items } = await pulseCollections(house.store).pulses.find(
    { tenant: TENANT },
    { index: 'window', equals: WINDOW, limit: 100 },
  )
  return items
}

/** Olga is in the works council: she decides on reports once the policy says so. */
export const employCouncil = (house: House) =>
  house.employ({ id: 'olga', name: 'Olga Raad', unit: ['Gemeente'], managers: ['baas'], roles: ['works-council'] })
