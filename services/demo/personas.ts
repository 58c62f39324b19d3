import type { Person } from '../core/people.ts'
import type { Collection, Doc, PersonId, Store } from '../core/ports.ts'
import { change } from '../core/put.ts'

/** As whom somebody in the Playground now acts. */
interface Persona extends Doc {
  person: PersonId
  as: PersonId
}

export interface Personas {
  /** A person acts as themself unless they chose otherwise. */
  actingAs(tenant: string, person: PersonId): Promise<PersonId>
  act(tenant: string, person: PersonId, as: PersonId): Promise<void>
}

export function personas(store: Store): Personas {
  const kept: Collection<Persona> = store.collection({ name: 'personas', owner: 'person', indexes: {} })
  const keyOf = (tenant: string, person: PersonId) => ({ tenant, person, id: 'persona' })
  return {
    actingAs: async (tenant, person) => (await kept.get(keyOf(tenant, person)))?.as ?? person,
    async act(tenant, person, as) {
      const key = keyOf(tenant, person)
      await change(kept, key, (known) => ({ ...(known ?? key), as }))
    },
  }
}

/** People whose name has every typed word in it; a whole name beats a part of one. */
export function peopleNamed(everyone: readonly Person[], typed: string): Person[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const exact = everyone.filter(({ name }) => name.toLowerCase() === typed.trim().toLowerCase())
  if (exact.length > 0 || words.length === 0) return exact
  const parts = ({ name }: Person) => name.toLowerCase().split(/\s+/)
  return everyone.filter((person) => words.every((word) => parts(person).some((part) => part.startsWith(word))))
}
