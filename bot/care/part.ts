import { codeInWindow, meant } from '../../cards/kit/code.ts'
import { care } from '../../services/care/care.ts'
import type { Outbox } from '../../services/delivery/sending/outbox.ts'
import type { PulseService } from '../../services/pulse/pulse.ts'
import type { Ground } from '../ground.ts'
import type { KnowledgePart } from '../knowledge/part.ts'
import { careFeature } from './feature.ts'
import { itemKeeper, quoteKeeper, seenItem, seenQuote } from './keepers.ts'

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
    store,
    clock,
    secrets,
    workingMoment,
    everyone: who.all,
    plan: outbox.plan,
    wake: agenda.wake,
    deciders: async (tenant) => (await leerpuls.policies.of(tenant))?.decides,
    keepers: { quote: quoteKeeper(leerpuls.hidden), item: itemKeeper({ bank: items, shareAgain, keepPrivate }) },
  })
  const feature = careFeature({
    service,
    async quotesSeen({ tenant, person }, id) {
      const { hidden } = leerpuls
      const named = id === undefined ? undefined : await leerpuls.seenBy(tenant, person, id)
      const seen = id === undefined ? await leerpuls.lastSeenBy(tenant, person) : named ? [named] : []
      return seen.flatMap((one) => hidden.quotesOf(one).map((quote) => seenQuote(one.id, hidden.endOf(one), quote)))
    },
    async pulseMeant({ tenant, person }, code) {
      const read = (await leerpuls.allFor(tenant, person)).map(({ pulse }) => pulse)
      const seen = [...read, ...(await leerpuls.lastSeenBy(tenant, person))]
      const all = [...new Map(seen.map((one) => [one.id, one])).values()]
      return meant(all, code, codeInWindow)?.id
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
