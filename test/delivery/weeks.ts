import type { Person } from '../../services/core/people.ts'
import { House, type Options, TENANT } from '../house.ts'

export const SANNE = { id: 'sanne', name: 'Sanne Bakker' }
export const BRAM = { id: 'bram', name: 'Bram Visser' }
/** Half an hour before the question of the week is due, for who chose nothing. */
export const THURSDAY = new Date('2026-11-19T13:30Z')

/** A house with these people, where the week has been planned. */
export async function plannedWeek(people: (Partial<Person> & Pick<Person, 'id' | 'name'>)[], options: Options = {}) {
  const house = await House.open({ roster: people, ...options })
  await house.app.rosterChanged(TENANT)
  await house.settle()
  return house
}

/** The service stops and another one starts on the same store. */
export async function restarted(house: House, at: string, wire?: Options['wire']): Promise<House> {
  const next = new House({ store: house.store, at: new Date(at), ...(wire && { wire }) })
  await next.settle()
  return next
}
