import type { Clock, Language, PersonId } from '../../services/core/ports.ts'
import { dateOf, dayOf } from '../../services/core/time.ts'
import type { Decision } from '../../services/pulse/answer/documents.ts'
import { promisedIn } from '../../services/pulse/answer/promised.ts'
import type { PulseService } from '../../services/pulse/pulse.ts'
import { DecisionsShown } from '../../services/pulse/reading/shown-schema.ts'
import { get, nothing, type Route } from '../http/audience.ts'
import type { PulseScreens } from './screens/screens.ts'

export interface DecisionPorts {
  service: Pick<PulseService, 'decisionsFor' | 'of'>
  sentView: PulseScreens['sentView']
  languageOf(tenant: string, person: PersonId): Promise<Language>
  clock: Clock
}

/** What a page shows at most, newest first. */
const MOST = 50

/** What the blocks of a person were answered, read back by everybody it was for: the points, and never a quote (R37). */
export function decisionRoutes({ service, sentView, languageOf, clock }: DecisionPorts): Route[] {
  async function shown(language: Language, decision: Decision, all: readonly Decision[]) {
    const pulse = await service.of(decision.tenant, decision.pulse)
    if (!pulse) return []
    const { by, from, to, points, altered } = await sentView(language, pulse, decision)
    const today = dateOf(dayOf(clock.now()))
    const shownPoint = (view: (typeof points)[number], place: number) => {
      const point = decision.points[place]
      const promised = point && promisedIn(decision, point, all, today)
      return { ...view, ...(promised && { promised }) }
    }
    return [
      {
        id: decision.id,
        from,
        to,
        by,
        sent: decision.at,
        altered: altered !== undefined,
        points: points.map(shownPoint),
      },
    ]
  }

  return [
    get('/api/me/decisions', nothing, DecisionsShown, async ({ tenant, person }, _path, _body, asked) => {
      const all = await service.decisionsFor(tenant, person)
      const language = asked ?? (await languageOf(tenant, person))
      const decisions = await Promise.all(all.slice(0, MOST).map((one) => shown(language, one, all)))
      return { decisions: decisions.flat() }
    }),
  ]
}
