import type { Outbox } from '../../services/delivery/sending/outbox.ts'
import { intentions } from '../../services/intentions/intentions.ts'
import type { Ground } from '../ground.ts'
import { reader } from '../texts.ts'
import type { Feature } from '../turn.ts'
import { intentionFeature } from './feature.ts'
import type { IntentionNeeds as FeatureNeeds } from './needs.ts'

export interface IntentionNeeds
  extends Pick<FeatureNeeds, 'keepTicks' | 'lastMoment' | 'before' | 'adviserOf' | 'backTo'> {
  outbox: Pick<Outbox, 'plan'>
}

/** What people do with what they learned. */
export function intentionPart(
  ground: Ground,
  { outbox, keepTicks, lastMoment, before, adviserOf, backTo }: IntentionNeeds,
): Feature {
  const { store, clock, agenda, who, workingMoment } = ground
  return intentionFeature({
    service: intentions({
      store,
      clock,
      plan: outbox.plan,
      workingMoment,
      atWork: async (tenant, person, at) => workingMoment(at, (await who.of(tenant, person))?.workingDays),
      wake: agenda.wake,
    }),
    clock,
    keepTicks,
    lastMoment,
    before,
    signsIn: async (text) => (await reader())(text),
    adviserOf,
    backTo,
  })
}
