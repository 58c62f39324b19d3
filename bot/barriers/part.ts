import { raiseCard } from '../../cards/barriers/raise.ts'
import { pointIn } from '../../cards/pulse/decision.ts'
import { barriers } from '../../services/barriers/barriers.ts'
import { BARRIER_LIMIT } from '../../services/barriers/schema.ts'
import { showing } from '../../services/barriers/showing.ts'
import type { LeavingCheck } from '../../services/core/text/signs.ts'
import type { AttentionBudget } from '../../services/delivery/sending/attention-budget.ts'
import type { Outbox } from '../../services/delivery/sending/outbox.ts'
import { mayBeListed } from '../../services/pulse/answer/may-be-listed.ts'
import type { PulseService } from '../../services/pulse/pulse.ts'
import { isDuty } from '../../services/pulse/reading/waiting.ts'
import type { Ground } from '../ground.ts'
import { analysis, reader } from '../texts.ts'
import type { Reply, Turn } from '../turn.ts'
import { barrierRoutes } from './api.me.ts'
import { barrierFeature } from './feature.ts'

export interface BarrierPartNeeds {
  outbox: Pick<Outbox, 'plan'>
  budget: Pick<AttentionBudget, 'isSpent'>
  leaving: LeavingCheck
  leerpuls(): Pick<PulseService, 'waiting' | 'decisions' | 'audience'>
}

/** What stands in the way of work. */
export function barrierPart(ground: Ground, { outbox, budget, leaving, leerpuls }: BarrierPartNeeds) {
  const { store, clock, random, agenda, who, stands, workingMoment } = ground
  const service = barriers({
    store,
    clock,
    leaving,
    plan: outbox.plan,
    workingMoment,
    atWork: async (tenant, person, at) => workingMoment(at, (await who.of(tenant, person))?.workingDays),
    wake: agenda.wake,
    everyone: who.all,
    keepersOf: stands.listKeepersOf,
    isSpent: budget.isSpent,
    leads: async (tenant, person) => (await stands.rolesOf(tenant, person)).manages,
    otherDuties: async (tenant, person) => (await leerpuls().waiting(tenant, person)).filter(isDuty).length,
    termsOf: async (text, language) => new Set((await analysis()).termsOf(text, language).map(({ term }) => term)),
  })
  const show = showing({
    service,
    now: () => clock.now(),
    nameFor: ground.nameFor,
    pointIn: (language, point) => pointIn(language, point, 'points'),
  })
  return {
    /** R29: in these weeks they put their name to something. */
    namedIn: service.namedIn,
    /** On which somebody says what stands in the way. */
    form: ({ language }: Pick<Turn, 'language'>): Reply => ({ card: raiseCard({ language, limit: BARRIER_LIMIT }) }),
    feature: barrierFeature({
      service,
      show,
      routes: {
        me: barrierRoutes({
          service,
          show,
          random,
          languageOf: stands.languageOf,
          isDistress: async (text) => (await (await reader())(text)).isTender === true,
        }),
      },
      async pointOf({ tenant, person }, id, place) {
        const { decisions, audience } = leerpuls()
        const decision = await decisions.of(tenant, id)
        return decision && mayBeListed(decision, place, audience.markOf(tenant, person))
      },
    }),
  }
}
