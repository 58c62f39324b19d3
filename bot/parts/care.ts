import { care } from '../../services/care/care.ts'
import type { Outbox } from '../../services/delivery/outbox.ts'
import type { PulseService } from '../../services/pulse/pulse.ts'
import { careFeature } from '../features/care.ts'
import { itemKeeper, quoteKeeper, seenItem, seenQuote } from '../keepers.ts'
import type { Ground } from './ground.ts'
import type { KnowledgePart } from './knowledge.ts'

export interface CareNeeds {
  outbox: Pick<Outbox, 'plan'>
  knowing: KnowledgePart
  leerpuls: PulseService
}

/** What hurts or names somebody. */
export function carePart(ground: Ground, { outbox, knowing, leerpuls }: CareNeeds) {
  const { store, clock, secrets, who, agenda, workingMoment } = ground
  const { items, shareAgain, keepPrivate, keyOfItem } = knowing
  const service = care({
    ...{ store, clock, secrets, workingMoment, everyone: who.all },
    ...{ plan: outbox.plan, wake: agenda.wake },
    deciders: async (tenant) => (await leerpuls.policies.of(tenant))?.decides,
    keepers: { quote: quoteKeeper(leerpuls.hidden), item: itemKeeper({ bank: items, shareAgain, keepPrivate }) },
  })
  const feature = careFeature({
    service,
    async quotesSeen({ tenant, person }) {
      const seen = await leerpuls.lastSeenBy(tenant, person)
      return seen
        ? leerpuls.hidden.quotesOf(seen).map((quote) => seenQuote(seen.id, leerpuls.hidden.endOf(seen), quote))
        : []
    },
    async itemSeen({ tenant, person }, id) {
      const item = await items.get(tenant, id)
      return item && item.author !== person ? seenItem(item, keyOfItem(item), clock.now()) : undefined
    },
    itemMeant: async ({ tenant, person, language }, words) =>
      (await items.searchOthers(tenant, person, words, language, 1))[0]?.id,
  })
  return { service, feature }
}
