import type { Outbox } from '../../services/delivery/sending/outbox.ts'
import { type IntentionPorts, intentions } from '../../services/intentions/intentions.ts'
import type { Ground } from '../ground.ts'
import { reader } from '../texts.ts'
import type { Feature } from '../turn.ts'
import { type IntentionRoutePorts, intentionRoutes } from './api.me.ts'
import { buddyFeature } from './buddy-feature.ts'
import { intentionFeature } from './feature.ts'
import type { IntentionNeeds as FeatureNeeds } from './needs.ts'

export interface IntentionNeeds
  extends Pick<FeatureNeeds, 'keepTicks' | 'lastMoment' | 'before' | 'adviserOf' | 'backTo' | 'itemMeant' | 'onList'>,
    Pick<IntentionPorts, 'tellApplied' | 'leaving' | 'readersOf'>,
    Pick<IntentionRoutePorts, 'writtenOf'> {
  outbox: Pick<Outbox, 'plan'>
}

/** What people do with what they learned, and who thinks along. */
export function intentionPart(ground: Ground, needs: IntentionNeeds): Feature[] {
  const { store, clock, agenda, who, workingMoment, colleague } = ground
  const { outbox, tellApplied, leaving, readersOf, writtenOf, ...own } = needs
  const service = intentions({
    store,
    clock,
    plan: outbox.plan,
    workingMoment,
    atWork: async (tenant, person, at) => workingMoment(at, (await who.of(tenant, person))?.workingDays),
    wake: agenda.wake,
    everyone: who.all,
    tellApplied,
    leaving,
    readersOf,
  })
  const buddy = buddyFeature({ service: service.buddies, intentions: service, colleague })
  const feature = intentionFeature({
    ...own,
    service,
    routes: intentionRoutes({ service, writtenOf }),
    clock,
    signsIn: async (text) => (await reader())(text),
    askBuddy: buddy.begun,
  })
  return [feature, buddy.feature]
}
