import { keptStore } from '../../bot/composition/kept-store.ts'
import { activityOf } from '../../bot/teams/activity.ts'
import { contacts } from '../../bot/teams/contacts.ts'
import { roster } from '../../services/core/people.ts'
import type { Clock, PersonId, Store } from '../../services/core/ports.ts'
import { importRows } from '../../services/roster/roster.ts'
import { installationOf } from '../inbound/activity.ts'
import { serviceUrlOf } from './connector.ts'

/** A municipality of which everybody is to get this week's question; only some never took the app. */
export interface Town {
  tenant: string
  people: PersonId[]
  /** They are to be reported as not to be reached. */
  without: ReadonlySet<PersonId>
}

/** One in so many has no app. */
const WITHOUT = 97
const TEAM_SIZE = 12

export const personOf = (place: number): PersonId => `5a4e0000-0000-4000-8000-1${String(place).padStart(11, '0')}`

export const tenantOf = (place: number) => `1ee20000-0000-4000-8000-2${String(place).padStart(11, '0')}`

/** The same town for the same place and size, in every process. */
export function townOf(place: number, size: number): Town {
  const people = Array.from({ length: size }, (_, one) => personOf(one))
  const without = new Set(people.filter((_, one) => one % WITHOUT === WITHOUT - 1))
  return { tenant: tenantOf(place), people, without }
}

/** Puts these towns in a store, by the same ways as the service: a roster that was read, and apps that were installed. */
export async function buildTowns(
  { keeper, clock }: { keeper: Store; clock: Clock },
  sizes: readonly number[],
  origin: string,
): Promise<Town[]> {
  const towns: Town[] = []
  const store = keptStore(keeper)
  for (const [place, size] of sizes.entries()) {
    const town = townOf(place, size)
    const { tenant, people, without } = town
    await importRows(roster(store), tenant, people.map(rowOf), clock)
    const book = contacts({ store, clock })
    for (const person of people) {
      const installed = activityOf({
        ...installationOf(tenant, person),
        serviceUrl: serviceUrlOf(origin, tenant),
        timestamp: clock.now().toISOString(),
      })
      if (installed && !without.has(person)) await book.remember(tenant, person, installed)
    }
    towns.push(town)
  }
  return towns
}

/** Teams whose first member manages the others, and is managed by the first of all. */
function rowOf(objectId: PersonId, place: number) {
  const team = Math.floor(place / TEAM_SIZE)
  const manager = place % TEAM_SIZE === 0 ? 0 : team * TEAM_SIZE
  return {
    objectId,
    name: `Collega ${place}`,
    email: `collega.${place}@voorbeeldstad.example`,
    unit: ['Gemeente Voorbeeldstad', 'Uitvoering', `Team ${team}`],
    managerObjectId: place === 0 ? [] : [personOf(manager)],
    roles: [],
    workingDays: [],
  }
}
