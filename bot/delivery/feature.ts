import type { Clock } from '../../services/core/ports.ts'
import { everything } from '../../services/core/store/read-all.ts'
import type { AskedNotes } from '../../services/delivery/deliveries/asked-notes.ts'
import type { Deliveries } from '../../services/delivery/deliveries/delivery.ts'
import type { Job } from '../../services/delivery/operating/agenda.ts'
import { type Pages, rememberedAt } from '../../services/delivery/rounds/pages.ts'
import type { AttentionBudget } from '../../services/delivery/sending/attention-budget.ts'
import type { Feature } from '../turn.ts'

interface DeliveryNeeds {
  deliveries: Deliveries
  pages: Pages
  asked: AskedNotes
  budget: Pick<AttentionBudget, 'export' | 'forget'>
  clock: Clock
}

/** The log of what was sent: no text, only when and how it went. */
export function deliveryFeature({ deliveries, pages, asked, budget, clock }: DeliveryNeeds, jobs: Job[]): Feature {
  const remembered = () => rememberedAt(clock.now())
  return {
    name: 'delivery',
    jobs,
    export: {
      async deliveries(tenant, person) {
        const [single, inRounds] = await Promise.all([
          everything(deliveries, { tenant, person }, 'all'),
          pages.everyOf(tenant, person, remembered()),
        ])
        return [...single, ...inRounds]
      },
      asked: (tenant, person) => everything(asked, { tenant, person }, 'all'),
      nudges: budget.export,
    },
    async forget(tenant, person) {
      for (const kept of [deliveries, asked])
        for (const one of await everything(kept as Deliveries, { tenant, person }, 'all')) await kept.remove(one)
      await budget.forget(tenant, person)
      await pages.forget(tenant, person, remembered())
    },
  }
}
