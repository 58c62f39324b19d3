import type { Outbox } from '../../services/delivery/sending/outbox.ts'
import { intentions } from '../../services/intentions/intentions.ts'
import type { Ground } from '../ground.ts'
import { reader } from '../texts.ts'
import type { Feature } from '../turn.ts'
import { type IntentionNeeds as FeatureNeeds, intentionFeature } from './feature.ts'

export interface IntentionNeeds extends Pick<FeatureNeeds, 'keepTicks' | 'lastMoment'> {
  outbox: Pick<Outbox, 'plan'>
  adviserOf(tenant: string): Promise<string | undefined>
}

/** What people do with what they learned. */
export function intentionPart(ground: Ground, { outbox, keepTicks, lastMoment, adviserOf }: IntentionNeeds): Feature {
  const { store, clock, agenda, workingMoment } = ground
  return intentionFeature({
    service: intentions({ store, clock, plan: outbox.plan, workingMoment, wake: agenda.wake }),
    clock,
    keepTicks,
    lastMoment,
    pointerFor: async (tenant, text) =>
      (await reader())(text).mayHurt ? { named: await adviserOf(tenant) } : undefined,
  })
}
