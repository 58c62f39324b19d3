import type { Counted } from '../../services/ask/counted-asks.ts'
import type { Gaps } from '../../services/ask/gaps.ts'
import type { PersonId } from '../../services/core/ports.ts'
import type { LeavingCheck } from '../../services/core/text/signs.ts'
import type { Outbox } from '../../services/delivery/sending/outbox.ts'
import { pulse } from '../../services/pulse/pulse.ts'
import { namedInWeek } from '../../services/pulse/rules/contributions.ts'
import type { Window } from '../../services/pulse/rules/windows.ts'
import type { Reflection } from '../../services/reflection/reflection.ts'
import type { AppPorts } from '../app-ports.ts'
import type { Ground } from '../ground.ts'
import { policyRoute } from '../http/policy.ts'
import { councilRoutes } from './api.council.ts'
import { managerRoutes } from './api.manager.ts'
import { decisionRoutes } from './api.me.ts'
import { pulseFeature } from './feature.ts'
import { policyFeature } from './policy-feature.ts'
import { pulseScreens } from './screens/screens.ts'

export interface PulseNeeds {
  ports: Pick<AppPorts, 'draws' | 'ledger' | 'reportsCountAsDecided'>
  outbox: Pick<Outbox, 'plan'>
  moments(): Pick<Reflection, 'ticksOf' | 'agreedOf' | 'keepPrivate'>
  /** R29: the weeks in which somebody put their name to a barrier. */
  namedIn(who: { tenant: string; person: PersonId }, weeks: Window): Promise<string[]>
  counted(): Pick<Counted, 'between'>
  gaps: Pick<Gaps, 'newest'>
  leaving: LeavingCheck
}

/** The learning pulse, and the answer to it. */
export function pulsePart(ground: Ground, { ports, outbox, moments, namedIn, counted, gaps, leaving }: PulseNeeds) {
  const { store, clock, random, secrets, who, stands, agenda, workingMoment } = ground
  const counts = async (tenant: string, person: PersonId) => (await stands.counting(tenant, person)).counting
  const service = pulse({
    store,
    clock,
    random,
    secrets,
    workingMoment,
    everyone: who.all,
    counts,
    leaving,
    // Who put their name to a barrier is known to be out, whether their choices count or not.
    ticksOf: async (tenant, person, window) => [
      ...((await counts(tenant, person)) ? await moments().ticksOf(tenant, person, window) : []),
      ...(await namedIn({ tenant, person }, window)).map(namedInWeek),
    ],
    askedBetween: (tenant, from, to) => counted().between(tenant, from, to),
    unanswered: gaps.newest,
    agreedOf: (tenant, person, window) => moments().agreedOf(tenant, person, window),
    keepPrivate: async (tenant, person, id) =>
      moments().keepPrivate({ tenant, person, language: await stands.languageOf(tenant, person) }, id),
    plan: outbox.plan,
    wake: agenda.wake,
    scrub: store.scrub,
    ...(ports.ledger && { ledger: ports.ledger }),
    ...(ports.draws && { draws: ports.draws }),
    ...(ports.reportsCountAsDecided && { reportsCountAsDecided: true }),
  })
  const { policies } = service
  const show = pulseScreens(service)
  return {
    service,
    features: [
      pulseFeature(service, show, {
        me: decisionRoutes({ service, sentView: show.sentView, languageOf: stands.languageOf, clock }),
        manager: managerRoutes({
          pulse: service,
          clock,
          anonymous: ground.anonymousFor,
          organisation: async ({ tenant, person }, window) =>
            service.organisation(tenant, person, await stands.languageOf(tenant, person), window),
        }),
      }),
      policyFeature({
        policies,
        rolesOf: stands.rolesOf,
        routes: {
          admin: [policyRoute('/api/admin/policy', { policies })],
          council: councilRoutes({
            policies,
            agree: (tenant, agreement, seen) => policies.agree(tenant, agreement, 'works-council', seen),
          }),
        },
      }),
    ],
  }
}
