import { analysis } from '../../bot/texts.ts'
import { reachOf } from '../../services/ask/ask.ts'
import type { HelperActions } from '../../services/ask/helper/helper-actions.ts'
import { type Candidates, candidates } from '../../services/ask/routing/candidates.ts'
import { ranked } from '../../services/ask/routing/ranked.ts'
import { nextWorkingMoment } from '../../services/core/time.ts'
import { TENANT, type Town } from './town.ts'

/** The product's own router. */
export const fair =
  (town: Town) =>
  (help: () => HelperActions): Candidates =>
    candidates({
      clock: town.clock,
      analysis,
      reachable: ['unit', 'municipality'],
      workingMoment: nextWorkingMoment,
      everyone: async () => town.everyone,
      evidence: async (...given) => ({ shared: await town.bank.knowers(...given), declared: [] }),
      told: town.bank.told,
      room: async (_tenant, person) => town.limitOf(person),
      askedThisWeek: (tenant, person) => help().askersThisWeek(tenant, person),
    })

/** Its peer: the same evidence in the same order, and always the best who was not asked yet, no matter who that is. */
export const bestMatchAlways: typeof fair = (town) => () => {
  const byId = new Map(town.everyone.map((person) => [person.id, person]))
  const find: Candidates['find'] = async (ask, limit = 5) => {
    const exclude = new Set([ask.person, ...ask.offers.map(({ person }) => person)])
    const shared = await town.bank.knowers(TENANT, ask.question, ask.language, exclude)
    return ranked(byId, { shared, declared: [], works: [] }).slice(0, limit)
  }
  return {
    find,
    toChoose: async (ask) => ({ reach: reachOf(ask), knowers: await find(ask) }),
    named: async () => ({ kind: 'nobody' as const }),
    further: () => undefined,
    roleFor: async () => undefined,
  }
}
