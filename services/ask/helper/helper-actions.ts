import type { PersonId } from '../../core/ports.ts'
import { instant, weekOf } from '../../core/time.ts'
import type { Ask } from '../ask.ts'
import { type Desk, withOffer } from '../ask-steps.ts'
import { forwarding } from './forwarding.ts'
import { keeping } from './keeping.ts'
import { type OfferState, offerStateOf } from './offer-state.ts'
import { offersTo } from './offers.ts'
import { replying } from './replying.ts'

export type { Forwarded } from './forwarding.ts'
export type { OfferState } from './offer-state.ts'
export type { Replied } from './replying.ts'

/** The colleague's side: accept, pass on, say no, answer, agree to keep. */
export function helperActions(desk: Desk) {
  const { ports, offers } = desk
  const { clock } = ports
  const own = offersTo(desk)
  const { offered } = own

  async function act(
    tenant: string,
    person: PersonId,
    id: string,
    decide: (ask: Ask) => Ask | undefined,
  ): Promise<OfferState> {
    const ask = await offered(tenant, person, id)
    if (!ask) return { kind: 'not-yours' }
    return offerStateOf((await desk.step(ask, decide)).ask, person)
  }

  const look = (tenant: string, person: PersonId, id: string) => act(tenant, person, id, () => undefined)

  return {
    /** Two who accept at once: the first write wins, the other hears who helps. */
    async accept(tenant: string, person: PersonId, id: string): Promise<OfferState> {
      const ask = await offered(tenant, person, id)
      if (!ask) return { kind: 'not-yours' }
      const isFree = (one: Ask) => ['offered', 'declined'].includes(offerStateOf(one, person).kind)
      if (isFree(ask)) await own.promise(tenant, person, id)
      const accepted = instant(clock.now())
      const { ask: now } = await desk.step(ask, (current) =>
        isFree(current) ? { ...withOffer(current, person, { state: 'accepted', accepted }), state: 'open' } : undefined,
      )
      return offerStateOf(now, person)
    },

    /**
     * No reason is asked, none is shown. The next colleague is asked by the job that looks after open asks.
     * Who helps by now, and says no to less than that, goes on helping: an old card takes no promise back.
     */
    decline: (tenant: string, person: PersonId, id: string, helps: boolean) =>
      act(tenant, person, id, (ask) => {
        const { kind } = offerStateOf(ask, person)
        const may = kind === 'offered' || kind === 'taken' || (kind === 'helping' && helps)
        return may ? withOffer(ask, person, { state: 'declined' }) : undefined
      }),

    ...forwarding(desk, own),
    ...keeping(desk, own),
    look,
    latest: own.latest,
    ...replying(desk, own),

    /** Who put a question to this person in the present week: for the limits. */
    async askersThisWeek(tenant: string, person: PersonId): Promise<PersonId[]> {
      const week = weekOf(clock.now())
      return (await offers.find({ tenant, person }, { index: 'week', equals: week, limit: 200 })).items.map(
        ({ asker }) => asker,
      )
    },
  }
}

export type HelperActions = ReturnType<typeof helperActions>
