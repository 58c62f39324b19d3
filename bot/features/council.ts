import { z } from 'zod'
import { commands, on } from '../../cards/commands.ts'
import { brokenPolicyCard, councilCard, notForYouCard } from '../../cards/council.ts'
import type { Role } from '../../services/core/people.ts'
import type { PersonId } from '../../services/core/ports.ts'
import { changesIn, type Policies } from '../../services/pulse/policies.ts'
import { type Feature, press, type Reply, type Turn } from '../turn.ts'

export interface CouncilNeeds {
  policies: Policies
  rolesOf(tenant: string, person: PersonId): Promise<{ roles: Role[] }>
}

/** So many changes fit on a card; all of them stand in `policy show`. */
const SHOWN = 5

/** The works council reads the policy of the pulse, and stops and starts it. It keeps nothing of its own. */
export function councilFeature({ policies, rolesOf }: CouncilNeeds): Feature {
  const asCouncil =
    (act: (turn: Turn) => Promise<Reply>) =>
    async (turn: Turn): Promise<Reply> => {
      const { roles } = await rolesOf(turn.tenant, turn.person)
      return roles.includes('works-council') ? act(turn) : { card: notForYouCard(turn.language), refused: 'not-yours' }
    }

  const show = asCouncil(async ({ tenant, language }) => {
    const policy = await policies.of(tenant)
    if (!policy) return { card: brokenPolicyCard(language) }
    const log = changesIn(await policies.log(tenant))
    return { card: councilCard({ language, policy, log: log.toReversed().slice(0, SHOWN) }) }
  })

  const choose = (wanted: { paused: boolean } | { quotesPaused: boolean }) =>
    asCouncil(async (turn) => {
      await policies.choose(turn.tenant, wanted, 'works-council')
      return show(turn)
    })

  const ways = {
    pause: choose({ paused: true }),
    resume: choose({ paused: false }),
    pauseQuotes: choose({ quotesPaused: true }),
    resumeQuotes: choose({ quotesPaused: false }),
  }

  return {
    name: 'council',
    said: {
      ...on(commands.council, show),
      ...on(commands.pausePulses, ways.pause),
      ...on(commands.resumePulses, ways.resume),
      ...on(commands.pauseQuotes, ways.pauseQuotes),
      ...on(commands.resumeQuotes, ways.resumeQuotes),
    },
    pressed: {
      'council.show': press(z.strictObject({}), show),
      'council.pause': press(z.strictObject({}), ways.pause),
      'council.resume': press(z.strictObject({}), ways.resume),
      'council.pause-quotes': press(z.strictObject({}), ways.pauseQuotes),
      'council.resume-quotes': press(z.strictObject({}), ways.resumeQuotes),
    },
    export: async () => ({}),
    forget: async () => {},
  }
}
