import type { PersonId } from '../core/ports.ts'
import { change } from '../core/store/change.ts'
import { days, instant, later } from '../core/time.ts'
import type { Ask, Offer } from './ask.ts'
import type { Desk } from './ask-steps.ts'
import { type Found, found } from './found.ts'

/** How far back an ask is looked for that a typed text may be about. */
const LOOKED_BACK = days(60)
/** Only who said yes, or wrote an answer, finds an ask like this. */
const PROMISED: ReadonlySet<Found['kind']> = new Set(['helping', 'answered'])

/** What was put to somebody, and which of it a typed text is about. */
export function offersTo({ ports: { clock }, offers, of }: Desk) {
  /** Newest first. */
  async function recent(tenant: string, person: PersonId): Promise<Offer[]> {
    const from = instant(later(clock.now(), -LOOKED_BACK))
    return (await offers.find({ tenant, person }, { index: 'at', from, limit: 200 })).items.reverse()
  }

  /**
   * The newest that stands like this: what was said yes to last is what is being talked about. Every typed text asks for it,
   * so only those asks are read that may stand like this.
   */
  async function latest(tenant: string, person: PersonId, ...kinds: Found['kind'][]): Promise<Ask | undefined> {
    const stands = (ask: Ask | undefined) => ask !== undefined && kinds.includes(found(ask, person).kind)
    const all = await recent(tenant, person)
    const promised = all.filter((one) => one.promised !== undefined).sort(byPromise)
    const asks = await Promise.all(promised.map(({ id, asker }) => of(tenant, asker, id)))
    const last = asks.find(stands)
    if (last || kinds.every((kind) => PROMISED.has(kind))) return last
    for (const { id, asker, promised: said } of all) {
      const ask = said === undefined ? await of(tenant, asker, id) : undefined
      if (stands(ask)) return ask
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

const byPromise = ({ promised: one = '' }: Offer, { promised: other = '' }: Offer) =>
  one < other ? 1 : one > other ? -1 : 0
