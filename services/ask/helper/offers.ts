import type { PersonId } from '../../core/ports.ts'
import { change } from '../../core/store/change.ts'
import { days, instant, later } from '../../core/time.ts'
import { type Ask, type Offer, offerTo } from '../ask.ts'
import type { Desk } from '../ask-steps.ts'
import { type OfferState, offerStateOf } from './offer-state.ts'

/** How far back an ask is looked for that a typed text may be about. */
const LOOKED_BACK = days(60)
/** Only who said yes, or wrote an answer, finds an ask like this. */
const PROMISED: ReadonlySet<OfferState['kind']> = new Set(['helping', 'answered'])

/** What was put to somebody, and which of it a typed text is about. */
export function offersTo({ ports: { clock }, offers, of }: Desk) {
  /** Newest first. */
  async function recent(tenant: string, person: PersonId): Promise<Offer[]> {
    const from = instant(later(clock.now(), -LOOKED_BACK))
    return (await offers.find({ tenant, person }, { index: 'at', from, limit: 200 })).items.reverse()
  }

  /**
   * The one that is like this: what was said yes to last is what is being talked about, else the newest offer. Every typed text
   * asks for it, so only those asks are read that may be like this: a promise says which, and the ask decides.
   */
  async function latest(tenant: string, person: PersonId, ...kinds: OfferState['kind'][]): Promise<Ask | undefined> {
    const isWanted = (ask: Ask | undefined): ask is Ask =>
      ask !== undefined && kinds.includes(offerStateOf(ask, person).kind)
    const all = await recent(tenant, person)
    const promised = all.filter((one) => one.promised !== undefined)
    const asks = new Map(
      await Promise.all(promised.map(async ({ id, asker }) => [id, await of(tenant, asker, id)] as const)),
    )
    const since = (ask: Ask) => offerTo(ask, person)?.accepted ?? ''
    const [last] = [...asks.values()].filter(isWanted).sort((one, other) => (since(one) < since(other) ? 1 : -1))
    if ((last && since(last)) || kinds.every((kind) => PROMISED.has(kind))) return last
    for (const { id, asker } of all) {
      const ask = asks.has(id) ? asks.get(id) : await of(tenant, asker, id)
      if (isWanted(ask)) return ask
    }
    return undefined
  }

  return {
    latest,

    /** The ask behind an offer that was really put to this person: nothing else opens it. */
    async offered(tenant: string, person: PersonId, id: string): Promise<Ask | undefined> {
      const offer = await offers.get({ tenant, person, id })
      return offer && of(tenant, offer.asker, id)
    },

    /** Written before the ask itself: a promise that came to nothing is read once too often, and none is missed. */
    promise: (tenant: string, person: PersonId, id: string) =>
      change(offers, { tenant, person, id }, (offer) => offer && { ...offer, promised: instant(clock.now()) }),
  }
}

export type Offers = ReturnType<typeof offersTo>
