import { everything } from '../../services/core/everything.ts'
import type { Job } from '../../services/delivery/agenda.ts'
import type { Deliveries } from '../../services/delivery/delivery.ts'
import type { Feature } from '../turn.ts'

/** The log of what was sent: no text, only when and how it went. */
export function deliveryFeature(deliveries: Deliveries, jobs: Job[]): Feature {
  return {
    name: 'delivery',
    jobs,
    export: async (tenant, person) => ({ deliveries: await everything(deliveries, { tenant, person }, 'all') }),
    async forget(tenant, person) {
      for (const delivery of await everything(deliveries, { tenant, person }, 'all')) await deliveries.remove(delivery)
    },
  }
}
