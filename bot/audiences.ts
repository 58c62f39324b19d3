import type { Role } from '../services/core/people.ts'
import type { App } from './app.ts'
import type { Audience, AudienceName, Route, Served } from './http/audience.ts'
import type { Caller, Verify } from './http/bearer.ts'
import { whoRoute } from './http/who.ts'
import { throttle } from './service/throttle.ts'

/** How much one person may ask: a page that looks every two seconds, and somebody who presses buttons. */
const LIMIT = { burst: 30, perMinute: 60 }

/**
 * Whom the API is for; what each of them finds, the features bring. Who somebody is, the roster says: the municipality keeps it
 * there, and a change counts at the next request. One limit holds for a person, whatever they ask.
 * @throws when an address is not that of its audience: what is for HR is under `/api/hr`
 */
export function audiences(
  { standing, pulse, features }: Pick<App, 'standing' | 'pulse' | 'features'>,
  verify: Verify,
  limit = LIMIT,
): Served[] {
  const hasRole =
    (role: Role): Audience['isWelcome'] =>
    async ({ tenant, person }) =>
      (await standing.rolesOf(tenant, person)).roles.includes(role)
  const welcome: Record<AudienceName, Audience['isWelcome']> = {
    me: ({ tenant, person }) => standing.isHere(tenant, person),
    hr: hasRole('hr'),
    manager: ({ tenant, person }) => pulse.hasPulses(tenant, person),
    admin: hasRole('admin'),
    council: hasRole('works-council'),
  }

  async function who({ tenant, person }: Caller) {
    const known = await standing.colleague(tenant, person)
    if (!known) return undefined
    const [roles, hasPulses] = await Promise.all([standing.rolesOf(tenant, person), pulse.hasPulses(tenant, person)])
    return { name: known.name, team: known.team, ...roles, hasPulses }
  }

  const common = { verify, limit: throttle(limit) }
  return (Object.keys(welcome) as AudienceName[]).map((name) => ({
    audience: { ...common, isWelcome: welcome[name] },
    routes: [
      ...(name === 'me' ? [whoRoute(who)] : []),
      ...features.flatMap((feature) => feature.routes?.[name] ?? []).map((route) => under(name, route)),
    ],
  }))
}

function under(name: AudienceName, route: Route): Route {
  if (!route.path.startsWith(`/api/${name}/`)) throw new Error(`${route.path} is brought for ${name}`)
  return route
}
