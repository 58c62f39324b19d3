import type { Language, PersonId } from '../../services/core/ports.ts'
import type { RunningLine, RunningService } from '../../services/running/running.ts'
import { type LineShown, RunningShown } from '../../services/running/schema.ts'
import { get, nothing, type Route } from '../http/audience.ts'

export interface RunningPorts {
  service: Pick<RunningService, 'of'>
  languageOf(tenant: string, person: PersonId): Promise<Language>
}

/** A page does not press what a card does: it leads to the page on which the same can be done, where there is one. */
const shown = ({ holder, what, about, until, page, here, intention }: RunningLine): LineShown => ({
  what,
  about,
  ...(holder && { holder }),
  ...(until && { until }),
  ...(page && { page }),
  ...(here && { here }),
  ...(intention && { intention }),
})

/** What runs for oneself: the same as the card *Wat loopt er*. */
export const runningRoutes = ({ service, languageOf }: RunningPorts): Route[] => [
  get('/api/me/running', nothing, RunningShown, async ({ tenant, person }, _path, _body, asked) => {
    const language = asked ?? (await languageOf(tenant, person))
    const { yours, others } = await service.of({ tenant, person, language })
    return { yours: yours.map(shown), others: others.map(shown) }
  }),
]
