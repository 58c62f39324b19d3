import { z } from 'zod'
import { commands, on } from '../../cards/commands.ts'
import { guideCard } from '../../cards/guide.ts'
import type { Role } from '../../services/core/people.ts'
import type { PersonId } from '../../services/core/ports.ts'
import { type Feature, press, type Reply, type Turn } from '../turn.ts'

export interface GuideNeeds {
  rolesOf(tenant: string, person: PersonId): Promise<{ roles: Role[]; manages: boolean }>
  playground: boolean
}

/** What can be done, in each role. It keeps nothing. */
export function guideFeature({ rolesOf, playground }: GuideNeeds): Feature {
  const show = async ({ tenant, person, language }: Turn): Promise<Reply> => ({
    card: guideCard({ language, playground, ...(await rolesOf(tenant, person)) }),
  })
  return {
    name: 'guide',
    said: on(commands.help, show),
    pressed: { 'guide.show': press(z.object({}), show) },
    export: async () => ({}),
    forget: async () => {},
  }
}
