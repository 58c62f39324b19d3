import { welcomeCard } from '../../cards/welcome.ts'
import type { PersonId } from '../../services/core/ports.ts'
import type { Plan } from '../../services/delivery/delivery.ts'
import type { Feature } from '../turn.ts'

export interface WelcomeNeeds {
  firstNameOf(tenant: string, person: PersonId): Promise<string | undefined>
  /** The same id twice is one message: however often the app is installed, there is one welcome. */
  plan(plan: Plan): Promise<unknown>
  /** What waited for this person to have the app goes out. */
  release(tenant: string, person: PersonId): Promise<void>
}

/** The first contact: it explains before it asks. */
export function welcomeFeature({ firstNameOf, plan, release }: WelcomeNeeds): Feature {
  return {
    name: 'welcome',
    async arrived({ tenant, person, at }) {
      // A nudge, for it begins a conversation: who stopped, or was erased, is not greeted again.
      await plan({ tenant, person, id: 'welcome', feature: 'welcome', about: {}, nudge: true, due: at.toISOString() })
      await release(tenant, person)
    },
    async render({ tenant, person }, language) {
      const first = await firstNameOf(tenant, person)
      return first === undefined ? undefined : welcomeCard(language, first)
    },
    export: async () => ({}),
    forget: async () => {},
  }
}
