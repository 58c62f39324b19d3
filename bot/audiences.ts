import { wordsIn } from '../cards/words.ts'
import type { Log } from '../services/core/ports.ts'
import type { App } from './app.ts'
import { adminRoutes } from './http/admin.ts'
import type { Served } from './http/audience.ts'
import type { Caller, Verify } from './http/bearer.ts'
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
  const common = { verify, limit: throttle(limit) }
  return [
    {
      audience: { ...common, isWelcome: ({ tenant, person }) => standing.isHere(tenant, person) },
      routes: meRoutes(mine(app)),
    },
    {
      audience: { ...common, isWelcome: ({ tenant, person }) => standing.reads(tenant, person) },
      routes: managerRoutes({ pulse: app.pulse }),
    },
    {
      audience: {
        ...common,
        isWelcome: async ({ tenant, person }) => (await standing.rolesOf(tenant, person)).roles.includes('admin'),
      },
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

  /** Whoever left is a colleague without a name, in the language of the reader. */
  nameOf: async ({ tenant, person: reader }: Caller, person: string) =>
    (await standing.nameOf(tenant, person)) ?? wordsIn(await standing.languageOf(tenant, reader)).anonymous,
})
