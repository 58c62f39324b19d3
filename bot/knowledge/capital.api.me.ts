import type { Language } from '../../services/core/ports.ts'
import type { Capital } from '../../services/knowledge/capital.ts'
import { CapitalShown } from '../../services/knowledge/schema.ts'
import { get, nothing, type Route } from '../http/audience.ts'
import type { Caller } from '../http/bearer.ts'

export interface CapitalPorts {
  capital: Capital
  languageOf(tenant: string, person: string): Promise<Language>
}

/** What the organisation knows, and what it does not know yet: by topic, never by person. For all who work here. */
export const capitalRoutes = ({ capital, languageOf }: CapitalPorts): Route[] => [
  get('/api/me/capital', nothing, CapitalShown, async ({ tenant, person }: Caller) => ({
    topics: await capital.topics(tenant),
    asked: await capital.asked(tenant, await languageOf(tenant, person)),
  })),
]
