import type { PersonId } from '../../core/ports.ts'
import { type Ask, answerOf, itemOf, offerTo } from '../ask.ts'
import type { Desk } from '../ask-steps.ts'
import type { OfferState } from './offer-state.ts'
import type { Offers } from './offers.ts'

/** Whether colleagues may read an answer too, as its author says. */
export function keeping(desk: Desk, { offered }: Pick<Offers, 'offered'>) {
  const { withdraw } = desk.ports

  /** Somebody else answered since. A yes is about nothing any more, a no takes back what was kept before. */
  async function notLast(ask: Ask, yes: boolean): Promise<OfferState> {
    if (yes) return { kind: 'over', ask }
    if (!ask.keep.helper) await withdraw(ask.tenant, itemOf(ask))
    return { kind: 'not-kept', ask }
  }

  return {
    /** Kept for colleagues when both said yes. The words are the helper's, and so is the item. */
    async agree(tenant: string, person: PersonId, id: string, yes: boolean): Promise<OfferState> {
      const ask = await offered(tenant, person, id)
      if (!ask || offerTo(ask, person)?.state !== 'answered') return { kind: 'not-yours' }
      const answer = answerOf(ask)
      if (answer?.by !== person) return notLast(ask, yes)
      const { ask: now } = await desk.step(ask, (current) => ({
        ...current,
        keep: { ...current.keep, helper: yes, due: answer.id },
      }))
      return { kind: now.keep.asker && yes ? 'kept' : 'not-kept', ask: now }
    },
  }
}
