import { askWords } from '../../cards/ask/asking-words.ts'
import {
  type Asker,
  declinedCard,
  forwardCard,
  forwardedCard,
  keptCard,
  noLongerNeededCard,
  offerCard,
  offerStateCard,
  thanksCard,
} from '../../cards/ask/offer.ts'
import { offerWords } from '../../cards/ask/offer-words.ts'
import { replyCard, replyCheckCard } from '../../cards/ask/reply.ts'
import type { Card } from '../../cards/kit/card.ts'
import { commonWords } from '../../cards/kit/common-words.ts'
import { type Ask, answerOf, asksToKeep, offerTo } from '../../services/ask/ask.ts'
import type { Forwarded, HelperActions, OfferState, Replied } from '../../services/ask/helper/helper-actions.ts'
import type { PersonId } from '../../services/core/ports.ts'
import { shownName } from '../../services/core/text/names.ts'
import type { Delivery } from '../../services/delivery/deliveries/delivery.ts'
import type { Addressee } from '../../services/delivery/sending/may-send.ts'
import { notYours, type Reply, type Turn } from '../turn.ts'

/** What the cards of an offer tell beside the ask itself. */
export interface OfferScreenNeeds {
  helping: Pick<HelperActions, 'look' | 'unsent'>
  /** Names as colleagues know them; somebody who left is an `oud-collega`. */
  colleague(reader: Pick<Turn, 'tenant' | 'language'>, person: PersonId): Promise<Asker>
  /** How many questions of colleagues a week this person wants at most. */
  limitOf(tenant: string, person: PersonId): Promise<number>
}

type Reader = Pick<Turn, 'tenant' | 'person' | 'language'>

export const isHelping = (ask: Ask, { person }: Pick<Turn, 'person'>) => offerTo(ask, person)?.state === 'accepted'

/** From how an ask stands for a colleague to the card that shows it. */
export function offerScreens(needs: OfferScreenNeeds) {
  const { helping } = needs
  const { askerOf, offerOf } = offerCards(needs)

  async function offered(turn: Turn, found: OfferState | Replied): Promise<Reply> {
    if (found.kind === 'not-yours') return notYours(turn)
    const { language } = turn
    const { ask } = found
    const asker = await askerOf(turn, ask)
    if (found.kind === 'offered') return { card: await offerOf(turn, ask) }
    if (found.kind === 'check') return { card: replyCheckCard({ language, asker, ...found }) }
    if (found.kind === 'helping' || found.kind === 'empty') {
      const unsent = await helping.unsent(turn.tenant, turn.person, ask.id)
      const problem = found.kind === 'empty' ? { problem: 'empty' as const } : {}
      return { card: replyCard({ language, ask, asker, text: unsent, ...problem }) }
    }
    if (found.kind === 'too-long') {
      const { text, limit } = found
      return { card: replyCard({ language, ask, asker, text, problem: { limit } }) }
    }
    if (found.kind === 'declined') {
      const unsent = await helping.unsent(turn.tenant, turn.person, ask.id)
      return { card: declinedCard(language, ask.id, unsent !== undefined) }
    }
    if (found.kind === 'kept' || found.kind === 'not-kept') return { card: keptCard(language, found.kind === 'kept') }
    return { card: offerStateCard(language, found.kind, asker.first) }
  }

  async function forwarded(turn: Turn, outcome: Forwarded, name: string): Promise<Reply> {
    if (outcome.kind === 'forwarded') return { card: forwardedCard(turn.language, shownName(outcome.to.person)) }
    if (outcome.kind !== 'which') return offered(turn, outcome)
    return { card: forwardCard(turn.language, outcome.ask.id, isHelping(outcome.ask, turn), outcome, name) }
  }

  async function render(delivery: Delivery, { language }: Addressee): Promise<Card | undefined> {
    const { tenant, person, about } = delivery
    const found = await helping.look(tenant, person, about.ask ?? '')
    // The asker is forgotten, and the question with them; the colleague who was helping still hears that it is over.
    if (found.kind === 'not-yours')
      return about.what === 'closed' ? noLongerNeededCard(language, commonWords(language).anonymous) : undefined
    const reader = { tenant, person, language }
    if (about.what === 'offer') return found.kind === 'offered' ? offerOf(reader, found.ask) : undefined
    const asker = await askerOf(reader, found.ask)
    if (about.what === 'closed') return noLongerNeededCard(language, asker.first)
    if (about.what === 'remark')
      return found.kind === 'helping' ? replyCard({ language, ask: found.ask, asker }) : undefined
    return thanksCard(language, found.ask, answerOf(found.ask)?.text ?? '', asker, asksToKeep(found.ask, person))
  }

  /** As it stands; where the asker wants to keep the answer, that comes first. */
  async function show(turn: Turn, ask: string): Promise<Reply> {
    const found = await helping.look(turn.tenant, turn.person, ask)
    if (found.kind !== 'answered' || !asksToKeep(found.ask, turn.person)) return offered(turn, found)
    const asker = await askerOf(turn, found.ask)
    return { card: thanksCard(turn.language, found.ask, answerOf(found.ask)?.text ?? '', asker, true) }
  }

  return { askerOf, offered, forwarded, render, show }
}

export type OfferScreens = ReturnType<typeof offerScreens>

/** The card of an offer, and who asks. */
function offerCards(needs: OfferScreenNeeds) {
  /** The one place where an asker gets a name: one who shows a role stays that role, also when thanking. */
  async function askerOf(turn: Reader, { person, role }: Ask): Promise<Asker> {
    if (!role) return needs.colleague(turn, person)
    const words = askWords(turn.language)
    const offer = offerWords(turn.language)
    return { name: words.roles[role.kind](role.name), first: offer.someone, team: '' }
  }

  async function offerOf(turn: Reader, ask: Ask): Promise<Card> {
    const { language, tenant, person } = turn
    const offer = offerTo(ask, person)
    const reason = offer?.reason ?? { kind: 'named' as const }
    const namedBy = reason.kind === 'named' && reason.by ? (await needs.colleague(turn, reason.by)).name : undefined
    const asker = await askerOf(turn, ask)
    const limit = await needs.limitOf(tenant, person)
    return offerCard({ language, ask, asker, reason, limit, ...(namedBy && { namedBy }) })
  }

  return { askerOf, offerOf }
}
