import { z } from 'zod'
import { commands, on } from '../../cards/kit/commands.ts'
import { notForYouCard, policyCard } from '../../cards/pulse/policy.ts'
import type { Role } from '../../services/core/people.ts'
import type { PersonId } from '../../services/core/ports.ts'
import { changedIn, type Policies } from '../../services/pulse/policy/policies.ts'
import type { RoutesByAudience } from '../http/audience.ts'
import { type Feature, keepsNothing, phrases, press, type Reply, type Turn } from '../turn.ts'

export interface PolicyNeeds {
  routes: RoutesByAudience
  policies: Policies
  rolesOf(tenant: string, person: PersonId): Promise<{ roles: Role[] }>
}

/**
 * The rules protect everybody: so everybody may read them, and the works council stops and starts the pulse. It keeps
 * nothing of its own.
 */
export function policyFeature({ policies, rolesOf, routes }: PolicyNeeds): Feature {
  const isCouncil = async ({ tenant, person }: Turn) => (await rolesOf(tenant, person)).roles.includes('works-council')

  async function show(turn: Turn): Promise<Reply> {
    const { tenant, language } = turn
    const [policy, recent, mayPause] = await Promise.all([
      policies.of(tenant),
      policies.recent(tenant),
      isCouncil(turn),
    ])
    return { card: policyCard({ language, policy, log: changedIn(recent.log), before: recent.before, mayPause }) }
  }

  const choose = (wanted: { paused: boolean } | { quotesPaused: boolean }) => async (turn: Turn) => {
    if (!(await isCouncil(turn))) return { card: notForYouCard(turn.language), refused: 'not-yours' }
    await policies.choose(turn.tenant, wanted, 'works-council')
    return show(turn)
  }

  const ways = {
    pause: choose({ paused: true }),
    resume: choose({ paused: false }),
    pauseQuotes: choose({ quotesPaused: true }),
    resumeQuotes: choose({ quotesPaused: false }),
  }

  return {
    name: 'policy',
    routes,
    said: phrases(
      on(commands.policy, show),
      on(commands.pausePulses, ways.pause),
      on(commands.resumePulses, ways.resume),
      on(commands.pauseQuotes, ways.pauseQuotes),
      on(commands.resumeQuotes, ways.resumeQuotes),
    ),
    pressed: {
      'policy.pause': press(z.object({}), ways.pause),
      'policy.resume': press(z.object({}), ways.resume),
      'policy.pause-quotes': press(z.object({}), ways.pauseQuotes),
      'policy.resume-quotes': press(z.object({}), ways.resumeQuotes),
    },
    ...keepsNothing,
  }
}
