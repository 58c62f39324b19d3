import { wordsIn } from '../cards/words.ts'
import type { Role } from '../services/core/people.ts'
import type { Log } from '../services/core/ports.ts'
import { opening } from '../services/prompts/library.ts'
import type { App } from './app.ts'
import { adminRoutes } from './http/admin.ts'
import type { Served } from './http/audience.ts'
import type { Caller, Verify } from './http/bearer.ts'
import { type HrPorts, hrRoutes } from './http/hr.ts'
import { managerRoutes } from './http/manager.ts'
import { meRoutes } from './http/me.ts'
import { throttle } from './throttle.ts'

/** How much one person may ask: a page that looks every two seconds, and somebody who presses buttons. */
const LIMIT = { burst: 30, perMinute: 60 }

/**
 * Whom the API is for, and what each of them finds. Who somebody is, the roster says: the municipality keeps it there, and a
 * change counts at the next request. One limit holds for a person, whatever they ask.
 */
export function audiences(app: App, verify: Verify, log: Log, limit = LIMIT): Served[] {
  const { standing } = app
  const isA =
    (role: Role) =>
    async ({ tenant, person }: Caller) =>
      (await standing.rolesOf(tenant, person)).roles.includes(role)
  const common = { verify, limit: throttle(limit) }
  return [
    {
      audience: { ...common, isWelcome: ({ tenant, person }) => standing.isHere(tenant, person) },
      routes: meRoutes(mine(app)),
    },
    { audience: { ...common, isWelcome: isA('hr') }, routes: hrRoutes(tuned(app)) },
    {
      audience: { ...common, isWelcome: ({ tenant, person }) => standing.reads(tenant, person) },
      routes: managerRoutes({ pulse: app.pulse, anonymous: anonymousIn(app) }),
    },
    {
      audience: { ...common, isWelcome: isA('admin') },
      routes: adminRoutes({ steering: app.steering, week: app.rounds.week, log }),
    },
  ]
}

const mine = ({ standing, reflection, asking, bank, ownData, wordingOf }: App) => ({
  ...{ reflection, asking, bank, languageOf: standing.languageOf, summary: ownData.summary, taken: ownData.taken },

  async questionIn(tenant: string, prompt: { id: string; version: number }) {
    const { nl, en } = await wordingOf(tenant, prompt)
    return { nl: nl.question, en: en.question }
  },

  async who({ tenant, person }: Caller) {
    const known = await standing.colleague(tenant, person)
    return known && { name: known.name, team: known.team, ...(await standing.rolesOf(tenant, person)) }
  },

  nameOf: async ({ tenant, person: reader }: Caller, person: string) =>
    (await standing.nameOf(tenant, person)) ?? anonymousIn({ standing })({ tenant, person: reader }),
})

/** Whoever left is a colleague without a name, in the language of the reader. */
const anonymousIn =
  ({ standing }: Pick<App, 'standing'>) =>
  async ({ tenant, person }: Caller) =>
    wordsIn(await standing.languageOf(tenant, person)).anonymous

/** Nobody counts a team by it. */
const ROUNDED_TO = 25

const tuned = ({ standing, prompts, proposals, calendar }: App): HrPorts => ({
  ...{ prompts, tryOut: prompts.tryOut, proposals, calendar, colleague: standing.colleague },
  ...{ steps: prompts.steps, outlook: calendar.outlook },
  isOpening: (id) => id === opening.id,
  isInUse: async (tenant, id) => (await prompts.inUse(tenant)).some((prompt) => prompt.id === id),

  async people(tenant) {
    const all = await standing.guests(tenant)
    return { everyone: rounded(all.length), managers: rounded(all.filter(({ manages }) => manages).length) }
  },

  units: async (tenant) =>
    (await prompts.unitsOf(tenant)).map(({ unit, people }) => ({ unit, people: rounded(people) })),
})

const rounded = (people: number) => Math.round(people / ROUNDED_TO) * ROUNDED_TO
