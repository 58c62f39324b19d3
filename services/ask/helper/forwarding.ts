import type { PersonId } from '../../core/ports.ts'
import { shownName } from '../../core/text/names.ts'
import { instant } from '../../core/time.ts'
import { type Ask, isEnded, offerTo } from '../ask.ts'
import { type Desk, withOffer } from '../ask-steps.ts'
import type { Knower } from '../routing/ranked.ts'
import { type OfferState, offerStateOf } from './offer-state.ts'
import type { Offers } from './offers.ts'

export type Forwarded =
  | { kind: 'forwarded'; ask: Ask; to: Knower }
  /** Nobody has it by this name. `names` are those of all who may be meant. */
  | { kind: 'which'; ask: Ask; problem: 'nobody' | 'not-now' | 'several'; names: string[] }
  | OfferState

/** A colleague knows somebody else who may know. */
export function forwarding(desk: Desk, { offered }: Pick<Offers, 'offered'>) {
  const { clock, candidates } = desk.ports
  return {
    /** Passes the ask to a colleague by name. That somebody may not be asked now is said without a reason. */
    async forward(tenant: string, person: PersonId, id: string, name: string): Promise<Forwarded> {
      const ask = await offered(tenant, person, id)
      if (!ask) return { kind: 'not-yours' }
      const now = offerStateOf(ask, person)
      if (now.kind !== 'offered' && now.kind !== 'helping') return now
      const called = await candidates.named(ask, name, person)
      if (called.kind !== 'one') {
        const names = called.kind === 'several' ? called.people.map(shownName) : []
        return { kind: 'which', ask, problem: called.kind, names }
      }
      const { knower: to } = called
      const at = instant(clock.now())
      const stepped = await desk.step(ask, (current) =>
        isEnded(current) || offerTo(current, to.person.id)
          ? undefined
          : {
              ...current,
              state: 'open',
              offers: [
                ...withOffer(current, person, { state: 'forwarded' }).offers,
                { person: to.person.id, reason: to.reason, at, state: 'offered' },
              ],
            },
      )
      // It was ended meanwhile, or went to them by another way: then it stands as it does.
      return stepped.changed ? { kind: 'forwarded', ask: stepped.ask, to } : offerStateOf(stepped.ask, person)
    },
  }
}
