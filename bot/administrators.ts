import type { App } from './app.ts'
import type { AdminPorts } from './http/admin.ts'
import type { Audience } from './http/audience.ts'
import { type EntraOptions, entraTokens } from './http/bearer.ts'
import { throttle } from './throttle.ts'

/** How much one person may ask: a page that looks every two seconds, and somebody who presses buttons. */
const LIMIT = { burst: 30, perMinute: 60 }

/** Whoever the roster says is one: the municipality keeps it there, and a change counts at the next request. */
export const administrators = (app: App, entra: EntraOptions, limit = LIMIT): AdminPorts & Audience => ({
  verify: entraTokens(entra),
  isWelcome: async ({ tenant, person }) => (await app.standing.rolesOf(tenant, person)).roles.includes('admin'),
  limit: throttle(limit),
  steering: app.steering,
  week: app.rounds.week,
  log: entra.log,
})
