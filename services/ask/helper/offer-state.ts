import type { PersonId } from '../../core/ports.ts'
import { type Ask, helperOf, isEnded, offerTo } from '../ask.ts'

/** What somebody who was asked finds when they press: the present state, never an error. */
export type OfferState =
  | { kind: 'offered' | 'helping' | 'answered' | 'taken' | 'over' | 'declined' | 'kept' | 'not-kept'; ask: Ask }
  | { kind: 'not-yours' }

/** How an ask stands for somebody whom it was put to. */
export function offerStateOf(ask: Ask, person: PersonId): OfferState {
  const mine = offerTo(ask, person)?.state
  if (mine === 'answered') return { kind: 'answered', ask }
  if (isEnded(ask)) return { kind: 'over', ask }
  if (mine === 'accepted') return { kind: 'helping', ask }
  if (ask.state === 'answered' || helperOf(ask)) return { kind: 'taken', ask }
  return { kind: mine === 'declined' || mine === 'forwarded' ? 'declined' : 'offered', ask }
}
