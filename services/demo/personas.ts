import type { Collection, Doc, PersonId, Store } from '../core/ports.ts'
import { change } from '../core/store/change.ts'

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
  const kept: Collection<Persona> = store.collection({
    name: 'personas',
    owner: 'person',
    indexes: {},
    lives: { untilRemoved: 'one for who plays the demo, which is begun anew as a whole' },
  })
  const keyOf = (tenant: string, person: PersonId) => ({ tenant, person, id: 'persona' })
  return {
    actingAs: async (tenant, person) => (await kept.get(keyOf(tenant, person)))?.as ?? person,
    async act(tenant, person, as) {
      const key = keyOf(tenant, person)
      await change(kept, key, (known) => ({ ...(known ?? key), as }))
    },
  }
}
