import { forwardCard } from '../../cards/ask/offer.ts'
import type { HelperActions } from '../../services/ask/helper/helper-actions.ts'
import type { Reply, Turn } from '../turn.ts'
import type { OfferScreens } from './offer-screens.ts'

/** What a colleague does with an ask that was put to them: each step ends in the card of how it is then. */
export function offerSteps(helping: HelperActions, { offered, forwarded }: OfferScreens) {
  const accept = async (turn: Turn, ask: string) => offered(turn, await helping.accept(turn.tenant, turn.person, ask))
  const decline = async (turn: Turn, ask: string, helps: boolean) =>
    offered(turn, await helping.decline(turn.tenant, turn.person, ask, helps))
  const reply = async (turn: Turn, ask: string, text: string) =>
    offered(turn, await helping.reply(turn.tenant, turn.person, ask, text))
  const sendUnsent = async (turn: Turn, ask: string) =>
    offered(turn, await helping.replyUnsent(turn.tenant, turn.person, ask))
  const sendChecked = async (turn: Turn, ask: string, seen: string, whole: boolean) =>
    offered(turn, await helping.replyChecked(turn.tenant, turn.person, ask, seen, whole))
  const agree = (yes: boolean) => async (turn: Turn, ask: string) =>
    offered(turn, await helping.agree(turn.tenant, turn.person, ask, yes))
  const look = async (turn: Turn, ask: string) => offered(turn, await helping.look(turn.tenant, turn.person, ask))
  const forward = async (turn: Turn, ask: string): Promise<Reply> => {
    const found = await helping.look(turn.tenant, turn.person, ask)
    const may = found.kind === 'offered' || found.kind === 'helping'
    return may ? { card: forwardCard(turn.language, ask, found.kind === 'helping') } : offered(turn, found)
  }
  const forwardTo = async (turn: Turn, ask: string, name: string): Promise<Reply> =>
    forwarded(turn, await helping.forward(turn.tenant, turn.person, ask, name), name)

  return { accept, decline, reply, sendUnsent, sendChecked, agree, look, forward, forwardTo }
}

export type OfferSteps = ReturnType<typeof offerSteps>
