import { chase } from '../../services/ask/ask-job.ts'
import { createDesk, type Desk } from '../../services/ask/ask-steps.ts'
import { askerActions } from '../../services/ask/asker/asker-actions.ts'
import { type Counted, counted } from '../../services/ask/counted-asks.ts'
import { helperActions } from '../../services/ask/helper/helper-actions.ts'
import { exportAsks, exportOffers, forgetAsks, forgetOffers } from '../../services/ask/own-data.ts'
import { type CandidatePorts, candidates } from '../../services/ask/routing/candidates.ts'
import { waitingAsks } from '../../services/ask/waiting-asks.ts'
import { afterWorkingHours } from '../../services/core/time.ts'
import type { Adoption } from '../../services/delivery/deliveries/seen-cards.ts'
import type { AttentionBudget } from '../../services/delivery/sending/attention-budget.ts'
import type { Outbox } from '../../services/delivery/sending/outbox.ts'
import type { Ground } from '../ground.ts'
import type { KnowledgePart } from '../knowledge/part.ts'
import type { LeavingPart } from '../leaving/part.ts'
import { askRoutes } from './api.me.ts'
import { askFeature } from './feature.ts'
import { offerFeature } from './offer-feature.ts'

export interface AskNeeds {
  outbox: Pick<Outbox, 'plan'>
  budget: AttentionBudget
  adopting: Adoption
  knowing: KnowledgePart
  leaving: LeavingPart
}

/** AskerActions a colleague, and being asked. */
export function askPart(ground: Ground, { outbox, budget, adopting, knowing, leaving }: AskNeeds) {
  const { store, secrets, stands, colleague } = ground
  const count = counted({ store, secrets })
  const desk = deskOf(ground, { budget, knowing, leaving, outbox }, count, (tenant, person) =>
    help.askersThisWeek(tenant, person),
  )
  const ask = askerActions(desk)
  const help = helperActions(desk)
  const waits = waitingAsks(desk)
  return {
    asking: ask,
    counted: count,
    helping: help,
    asker: askFeature({
      asking: ask,
      job: chase(desk),
      colleague,
      routes: { me: askRoutes({ asking: ask, nameOf: ground.nameFor }) },
      waiting: waits.asks,
      takeAlong: ({ tenant, person }, id) => desk.tell({ tenant, person, id }, person, 'looking', id),
      export: { asks: (tenant, person) => exportAsks(desk, tenant, person) },
      forget: (tenant, person) => forgetAsks(desk, tenant, person),
    }),
    helper: offerFeature({
      helping: help,
      colleague,
      limitOf: stands.limitOf,
      waiting: waits.offers,
      arrived: ({ tenant, person }, of, message) => adopting.adopt(tenant, person, desk.offerId(of, person), message),
      export: { offers: (tenant, person) => exportOffers(desk, tenant, person) },
      forget: (tenant, person) => forgetOffers(desk, tenant, person),
    }),
  }
}

function deskOf(
  ground: Ground,
  { outbox, budget, knowing, leaving }: Omit<AskNeeds, 'adopting'>,
  counted: Counted,
  askedThisWeek: CandidatePorts['askedThisWeek'],
): Desk {
  const { store, clock, secrets, agenda, who, stands, workingMoment } = ground
  const { analysis, items, reasons } = knowing
  return createDesk({
    leaving: leaving.check,
    store,
    clock,
    secrets,
    analysis,
    workingMoment,
    afterWorkingHours,
    candidates: candidates({
      clock,
      analysis,
      workingMoment,
      everyone: who.all,
      told: items.told,
      reachable: ['unit', 'municipality'],
      async evidence(tenant, text, language, exclude) {
        const own = await reasons.shown(tenant)
        const shared = await items.knowers(tenant, text, language, exclude, own.leftOut)
        return { shared, declared: own.find(text, language, exclude) }
      },
      room: async (tenant, person) => ((await budget.isSpent({ tenant, person })) ? 0 : stands.roomOf(tenant, person)),
      askedThisWeek,
    }),
    plan: outbox.plan,
    wake: agenda.wake,
    isHere: stands.isHere,
    counted,
    missed: knowing.gaps.missed,
    known: items.searchOthers,
    helped: items.helped,
    keep: knowing.shareAnswer,
    withdraw: knowing.withdraw,
  })
}
