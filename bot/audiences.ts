import { wordsIn } from '../cards/kit/words.ts'
import type { Role } from '../services/core/people.ts'
import type { Log } from '../services/core/ports.ts'
import { rounded } from '../services/core/rounded.ts'
import { latest, opening } from '../services/prompts/library.ts'
import type { App } from './app.ts'
import { adminRoutes } from './delivery/api.admin.ts'
import type { Served } from './http/audience.ts'
import type { Caller, Verify } from './http/bearer.ts'
import { meRoutes } from './http/me.ts'
import { type HrPorts, hrRoutes } from './prompts/api.hr.ts'
import { type CouncilPorts, councilRoutes } from './pulse/api.council.ts'
import { managerRoutes } from './pulse/api.manager.ts'
import { throttle } from './service/throttle.ts'

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
      audience: { ...common, isWelcome: ({ tenant, person }) => app.pulse.hasPulses(tenant, person) },
      routes: managerRoutes({
        ...{ pulse: app.pulse, anonymous: anonymousIn(app) },
        organisation: async ({ tenant, person }, window) =>
          app.pulse.organisation(tenant, await standing.languageOf(tenant, person), window),
      }),
    },
    {
      audience: { ...common, isWelcome: isA('admin') },
      routes: adminRoutes({ ...app, policies: app.pulse.policies, week: app.rounds.week, log }),
    },
    { audience: { ...common, isWelcome: isA('works-council') }, routes: councilRoutes(read(app)) },
  ]
}

const mine = ({ standing, reflection, asking, bank, capital, ownData, wordingOf, pulse }: App) => ({
  ...{
    reflection,
    asking,
    bank,
    capital,
    languageOf: standing.languageOf,
    summary: ownData.summary,
    taken: ownData.taken,
  },

  async questionIn(tenant: string, prompt: { id: string; version: number }) {
    const { nl, en } = await wordingOf(tenant, prompt)
    return { nl: nl.question, en: en.question }
  },

  async who({ tenant, person }: Caller) {
    const known = await standing.colleague(tenant, person)
    if (!known) return undefined
    const [roles, hasPulses] = await Promise.all([standing.rolesOf(tenant, person), pulse.hasPulses(tenant, person)])
    return { name: known.name, team: known.team, ...roles, hasPulses }
  },

  nameOf: async ({ tenant, person: reader }: Caller, person: string) =>
    (await standing.nameOf(tenant, person)) ?? anonymousIn({ standing })({ tenant, person: reader }),
})

/** Whoever left is a colleague without a name, in the language of the reader. */
const anonymousIn =
  ({ standing }: Pick<App, 'standing'>) =>
  async ({ tenant, person }: Caller) =>
    wordsIn(await standing.languageOf(tenant, person)).anonymous

/** A question is called by the words that are asked now, or else by those that were written last. */
const stepsIn = ({ standing, prompts }: App) => ({
  ...{ steps: prompts.steps, colleague: standing.colleague },
  async titleOf(tenant: string, id: string) {
    const prompt = await prompts.one(tenant, id)
    const words = prompt && (latest(prompt) ?? prompt.versions.at(-1))
    return { nl: words?.nl.question ?? id, en: words?.en.question ?? id }
  },
})

const read = (app: App): CouncilPorts => {
  const { policies } = app.pulse
  return {
    ...{ ...stepsIn(app), policies },
    agree: (tenant, agreement, seen) => policies.agree(tenant, agreement, 'works-council', seen),
  }
}

const tuned = (app: App): HrPorts => ({
  ...stepsIn(app),
  ...{ prompts: app.prompts, tryOut: app.prompts.tryOut, proposals: app.proposals, colleague: app.standing.colleague },
  ...{ calendar: app.calendar, outlook: app.calendar.outlook },
  isOpening: (id) => id === opening.id,
  isInUse: async (tenant, id) => (await app.prompts.inUse(tenant)).some((prompt) => prompt.id === id),

  async figures(tenant, id) {
    const prompt = await app.prompts.one(tenant, id)
    return prompt && app.figures.of(tenant, prompt)
  },

  async people(tenant) {
    const all = await app.standing.guests(tenant)
    return { everyone: rounded(all.length), managers: rounded(all.filter(({ manages }) => manages).length) }
  },

  units: async (tenant) =>
    (await app.prompts.unitsOf(tenant)).map(({ unit, path, people }) => ({ unit, path, people: rounded(people) })),
})
